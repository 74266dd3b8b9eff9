import {
  type DraftChange,
  type FindingChange,
  placeOf,
  type VerdictChange,
} from '../project/compareResults.ts';
import type { ClaimView, EvidenceView, FindingView } from '../project/fileResult.ts';
import { count, sourceWords, valueWords } from '../project/report/words.ts';
import type { Paint } from './terminal.ts';
import { printable, wrap } from './terminal.ts';

/** What a comparison comes to. */
export interface DiffSummary {
  /** Compared. */
  drafts: number;
  /** With any change. */
  changed: number;
  becomeWrong: number;
  becomeRight: number;
}

const INDENT = '    ';

/** What changes in a draft, for people; empty where nothing does. */
export function draftWords(change: DraftChange, paint: Paint, width: number): string {
  const { path, asOf, findings, claims } = change;
  const alone = claims.filter((claim) => !findings.some((finding) => isOfClaim(finding, claim)));
  if (findings.length + alone.length === 0) return '';
  const blocks = [
    ...findings.map((it) => ({ start: placeOf(it).start, lines: findingLines(it, paint, width) })),
    ...alone.map((it) => ({ start: placeOf(it).start, lines: claimLines(it, paint, width) })),
  ].sort((a, b) => a.start.offset - b.start.offset);
  const head = `${paint.underline(printable(path))} ${paint.dim(`(as of ${asOf})`)}`;
  return `${head}\n${blocks.flatMap(({ lines }) => lines).join('\n')}\n\n`;
}

/** «3 drafts: 1 becomes wrong, 2 become right» */
export function diffSummaryWords({ drafts, changed, becomeWrong, becomeRight }: DiffSummary): string {
  if (changed === 0) return `${count(drafts, 'draft')}: nothing changes`;
  const verb = (number: number) => (number === 1 ? 'becomes' : 'become');
  const parts = [
    becomeWrong > 0 ? `${becomeWrong} ${verb(becomeWrong)} wrong` : '',
    becomeRight > 0 ? `${becomeRight} ${verb(becomeRight)} right` : '',
  ].filter((it) => it !== '');
  const words = parts.length === 0 ? 'none becomes wrong or right' : parts.join(', ');
  return `${count(drafts, 'draft')}: ${words} (${changed} with changes)`;
}

/** The finding says already what became of the claim. */
function isOfClaim(finding: FindingChange, claim: VerdictChange): boolean {
  const a = (finding.new ?? finding.old)!;
  const b = (claim.new ?? claim.old)!;
  return a.start.offset < b.end.offset && b.start.offset < a.end.offset;
}

function findingLines(change: FindingChange, paint: Paint, width: number): readonly string[] {
  const { start, text } = placeOf(change);
  const place = paint.bold(`${start.line + 1}:${start.character + 1}`);
  const finding = (change.new ?? change.old)!;
  const codes =
    change.old && change.new && change.old.code !== change.new.code ? `${change.old.code} → ` : '';
  const head = `  ${place} ${effectWords(change, paint)} “${printable(text)}” ${paint.dim(codes + finding.code)}`;
  return [head, ...messageLines(change, width), ...evidenceLines(change, width)];
}

function effectWords({ effect, old, new: now }: FindingChange, paint: Paint): string {
  const severity = (finding: FindingView | null) => finding?.severity ?? '';
  if (effect === 'appears') return paint.red(`${severity(now)} appears`);
  if (effect === 'vanishes') return paint.green(`${severity(old)} vanishes`);
  const from = severity(old) === severity(now) ? '' : `${severity(old)} → `;
  return paint.yellow(`${from}${severity(now)} changes`);
}

function messageLines({ effect, old, new: now }: FindingChange, width: number): readonly string[] {
  if (effect === 'changes' && old!.message !== now!.message) {
    return [...labelled('was', old!.message, width), ...labelled('now', now!.message, width)];
  }
  return wrap(printable((now ?? old)!.message), width - INDENT.length).map((line) => INDENT + line);
}

function evidenceLines(change: FindingChange, width: number): readonly string[] {
  const { oldEvidence, newEvidence } = change;
  // The calendar and the draft itself say things too, and no fact stands behind them.
  if (!oldEvidence && !newEvidence) return [];
  return [
    ...labelled('old', evidenceWords(oldEvidence), width),
    ...labelled('new', evidenceWords(newEvidence), width),
  ];
}

function claimLines({ old, new: now }: VerdictChange, paint: Paint, width: number): readonly string[] {
  const { start, text, kind } = (now ?? old)!;
  const place = paint.bold(`${start.line + 1}:${start.character + 1}`);
  const words = `${verdictWords(old)} → ${verdictWords(now)}`;
  return [
    `  ${place} ${words} “${printable(text)}” ${paint.dim(kind)}`,
    ...labelled('old', evidenceWords(old?.evidence ?? null), width),
    ...labelled('new', evidenceWords(now?.evidence ?? null), width),
  ];
}

function verdictWords(claim: ClaimView | null): string {
  if (!claim || claim.verdict === 'not-enough-info') return 'without facts';
  return claim.reason === null ? claim.verdict : `${claim.verdict} (${claim.reason})`;
}

function evidenceWords(evidence: EvidenceView | null): string {
  if (!evidence) return 'no fact';
  const { source, location } = evidence;
  const place = location ? `${location.path}:${location.line + 1}` : '';
  const whence = [source ? sourceWords(source) : '', place].filter((it) => it !== '').join('; ');
  return [valueWords(evidence), whence].filter((it) => it !== '').join(' – ');
}

/** `old: …`, its further lines set in. */
function labelled(label: string, words: string, width: number): readonly string[] {
  const head = `${label}: `;
  return wrap(printable(words), width - INDENT.length - head.length).map(
    (line, index) => `${INDENT}${index === 0 ? head : ' '.repeat(head.length)}${line}`,
  );
}
