import type { Report } from '../checker.ts';
import type { Finding, Fix, Severity } from '../checks/check.ts';
import type { Evidence, RefutedReason, Verdict } from '../claims/claim.ts';
import type { FactBase, Location } from '../facts/facts.ts';
import { toIsoDate } from '../text/calendarDate.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { indexLines, type LineIndex, type Place } from './lineIndex.ts';

/** One file's report as plain data: what workers send, and what every format of the command line shows. */
export interface FileResult {
  /** As shown: relative to the working folder where the file lies beneath it, with forward slashes. */
  readonly path: string;
  /** `2023-01-26`. */
  readonly asOf: string;
  /** In reading order. */
  readonly findings: readonly FindingView[];
  readonly verdicts: { readonly supported: number; readonly refuted: number; readonly notEnoughInfo: number };
  /** In reading order; only where asked for. */
  readonly claims?: readonly ClaimView[];
  /** The source; only where asked for. */
  readonly text?: string;
}

/** A finding as reports show it. */
export interface FindingView {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly text: string;
  readonly start: Place;
  readonly end: Place;
  readonly fixes: readonly FixView[];
  readonly evidence: EvidenceView | null;
  readonly related: readonly { readonly start: Place; readonly end: Place; readonly message: string }[];
  /** The lines from `start` to `end`, without line breaks; of very long ones the part around the place. */
  readonly lines: readonly LineView[];
  /** The same after the file's other lines have moved: made of code, text and sentence, not of places. */
  readonly fingerprint: string;
  readonly safe: boolean;
  readonly quoted: boolean;
  /** Why it does not count: the desk has accepted it, or it is in the baseline. */
  readonly suppressed?: { readonly by: 'accepted' | 'baseline'; readonly reason?: string };
}

/** A line of the source, or the piece of it that starts at the character `from`. */
export interface LineView {
  readonly text: string;
  readonly from: number;
}

/** A fix as reports show it. */
export interface FixView {
  readonly title: string;
  readonly preferred: boolean;
  readonly edits: readonly { readonly start: Place; readonly end: Place; readonly newText: string }[];
}

/** A source as reports show it. */
export interface SourceView {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** What a finding rests on, as reports show it. */
export interface EvidenceView {
  readonly fact: string | null;
  readonly entity: string | null;
  readonly value: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly why: string;
  readonly note: string | null;
  readonly source: SourceView | null;
  readonly location: Location | null;
}

/** A claim and its verdict, as reports show them. */
export interface ClaimView {
  readonly kind: string;
  readonly text: string;
  readonly start: Place;
  readonly end: Place;
  readonly verdict: Verdict['label'];
  readonly reason: RefutedReason | null;
  readonly evidence: EvidenceView | null;
}

/** What of a report to keep. */
export interface ViewOptions {
  readonly claims: boolean;
  readonly text: boolean;
  /** How to show the path of a facts file. */
  readonly showPath: (path: string) => string;
}

/** A report as plain data. */
export function toFileResult(
  report: Report,
  facts: FactBase,
  path: string,
  options: ViewOptions,
): FileResult {
  const { text, asOf } = report.draft;
  const lines = indexLines(text);
  const view = (evidence: Evidence) => toEvidence(evidence, facts, options.showPath);
  const fingerprints = fingerprintsOf(report.findings, text);
  return {
    path,
    asOf: toIsoDate(asOf),
    findings: report.findings.map((finding, index) =>
      toFinding(finding, { text, lines, view, fingerprint: fingerprints[index]! }),
    ),
    verdicts: {
      supported: countOf(report, 'supported'),
      refuted: countOf(report, 'refuted'),
      notEnoughInfo: countOf(report, 'not-enough-info'),
    },
    ...(options.claims && { claims: report.verdicts.map((verdict) => toClaim(verdict, text, lines, view)) }),
    ...(options.text && { text }),
  };
}

interface FindingContext {
  readonly text: string;
  readonly lines: LineIndex;
  readonly view: (evidence: Evidence) => EvidenceView;
  readonly fingerprint: string;
}

function toFinding(finding: Finding, { text, lines, view, fingerprint }: FindingContext): FindingView {
  const start = lines.placeAt(finding.span.start);
  const end = lines.placeAt(finding.span.end);
  const [evidence] = finding.evidence;
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    text: text.slice(finding.span.start, finding.span.end),
    start,
    end,
    fixes: finding.fixes.map((fix) => toFix(fix, lines)),
    evidence: evidence ? view(evidence) : null,
    related: (finding.related ?? []).map(({ span, message }) => ({
      start: lines.placeAt(span.start),
      end: lines.placeAt(span.end),
      message,
    })),
    lines: linesAround(start, end, lines),
    fingerprint,
    safe: finding.safe,
    quoted: finding.quoted,
  };
}

const MOST_LINES = 3;
const MOST_CHARACTERS = 1000;

function linesAround(start: Place, end: Place, lines: LineIndex): readonly LineView[] {
  const shown: LineView[] = [];
  const last = Math.min(end.line, start.line + MOST_LINES - 1);
  for (let line = start.line; line <= last; line++) {
    const text = lines.lineAt(line);
    const from = line === start.line ? Math.max(0, start.character - MOST_CHARACTERS) : 0;
    const to = (line === end.line ? end.character : start.character) + MOST_CHARACTERS;
    shown.push({ text: text.slice(from, to), from });
  }
  return shown;
}

function toFix({ title, preferred, edits }: Fix, lines: LineIndex): FixView {
  return {
    title,
    preferred,
    edits: edits.map(({ span, newText }) => ({
      start: lines.placeAt(span.start),
      end: lines.placeAt(span.end),
      newText,
    })),
  };
}

function toClaim(
  verdict: Verdict,
  text: string,
  lines: LineIndex,
  view: (evidence: Evidence) => EvidenceView,
): ClaimView {
  const { kind, span } = verdict.claim;
  return {
    kind,
    text: text.slice(span.start, span.end),
    start: lines.placeAt(span.start),
    end: lines.placeAt(span.end),
    verdict: verdict.label,
    reason: verdict.label === 'refuted' ? verdict.reason : null,
    evidence: verdict.label === 'not-enough-info' ? null : view(verdict.evidence),
  };
}

function toEvidence(evidence: Evidence, facts: FactBase, showPath: (path: string) => string): EvidenceView {
  const { fact, value, entity, why } = evidence;
  const location = value?.location ?? fact?.location ?? entity?.location;
  return {
    fact: fact?.id ?? null,
    entity: entity?.id ?? null,
    value: value?.text ?? (fact ? null : (entity?.name ?? null)),
    from: value?.fromText ?? null,
    to: value?.toText ?? null,
    why,
    note: fact?.note ?? null,
    source: toSource(value?.sources[0] ?? (fact ? undefined : entity?.sources[0]), facts),
    location: location ? { ...location, path: showPath(location.path) } : null,
  };
}

function toSource(id: string | undefined, facts: FactBase): SourceView | null {
  const source = id === undefined ? undefined : facts.sources.get(id);
  if (!source) return null;
  const { title, publisher, published, url } = source;
  return {
    id: source.id,
    title,
    publisher: publisher ?? null,
    published: published ?? null,
    url: url ?? null,
  };
}

function countOf(report: Report, label: Verdict['label']): number {
  let count = 0;
  for (const verdict of report.verdicts) if (verdict.label === label) count++;
  return count;
}

/** Those findings of a file that count. */
export function shownFindings({ findings }: FileResult): readonly FindingView[] {
  return findings.filter(({ suppressed }) => !suppressed);
}
