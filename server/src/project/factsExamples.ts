import { type CheckOptions, check, type Report } from '../checker.ts';
import type { Finding } from '../checks/check.ts';
import type { Examples, FactBase, Location } from '../facts/facts.ts';
import { contains, overlaps, type Span, textOf } from '../text/span.ts';
import { type Mark, readMarkedSentence } from './markedSentence.ts';

/** What became of one example of an entity or a fact. */
export interface ExampleResult {
  /** Of the entity or the fact. */
  readonly owner: string;
  readonly location: Location;
  readonly kind: 'ok' | 'bad';
  /** As in the file, with its marks. */
  readonly example: string;
  /** Sentences on what is not as the marks say; none where all is. */
  readonly failures: readonly string[];
}

/** Checks the marked sentences of the entities and facts that stand in files which `isWanted`. */
export function* runExamples(
  base: FactBase,
  options: CheckOptions,
  isWanted: (path: string) => boolean,
): Generator<ExampleResult> {
  const owners: readonly { id: string; location: Location; examples?: Examples }[] = [
    ...base.entities.values(),
    ...base.facts.values(),
  ];
  for (const { id, location, examples } of owners) {
    if (!examples || !isWanted(location.path)) continue;
    for (const kind of ['ok', 'bad'] as const) {
      for (const example of examples[kind]) {
        yield { owner: id, location, kind, example, failures: failuresOf(example, base, options) };
      }
    }
  }
}

function failuresOf(example: string, base: FactBase, options: CheckOptions): readonly string[] {
  const { text, marks, asOf } = readMarkedSentence(example);
  const report = check({ path: 'example.md', text }, base, asOf ? { ...options, asOf } : options);
  const extra = report.findings.filter(
    ({ span }) => !marks.some((it) => it.corrections && overlaps(it.span, span)),
  );
  return [
    ...marks.flatMap((mark) => failuresAt(mark, text, report)),
    ...extra.map(
      (finding) => `“${textOf(text, finding.span)}” is flagged and should not be: ${finding.message}`,
    ),
  ];
}

function failuresAt({ span, corrections }: Mark, text: string, report: Report): readonly string[] {
  const words = textOf(text, span);
  const findings = report.findings.filter((it) => overlaps(it.span, span));
  if (!corrections) {
    if (findings.length > 0) return []; // told with all that is flagged
    const isUnderstood =
      report.verdicts.some((it) => it.label === 'supported' && overlaps(it.claim.span, span)) ||
      report.mentions.entities.some((it) => contains(it.span, span) || contains(span, it.span));
    return isUnderstood ? [] : [`“${words}” was not recognized, so nothing vouches for it.`];
  }
  if (findings.length === 0) return [`“${words}” is wrong, and was not found.`];
  if (corrections.length === 0) return [];
  const offered = findings.flatMap((it) => offersOf(it, span, text));
  if (offered.some((it) => corrections.includes(it))) return [];
  const wanted = corrections.map((it) => `“${it}”`).join(' or ');
  const got = offered.length === 0 ? 'nothing is offered' : offered.map((it) => `“${it}”`).join(', ');
  return [`“${words}” is found, but should become ${wanted}; offered: ${got}.`];
}

/** What would stand at the mark after each fix. */
function offersOf({ fixes }: Finding, mark: Span, text: string): readonly string[] {
  return fixes.map(({ edits }) => {
    let { start, end } = mark;
    let fixed = text;
    for (const { span, newText } of edits.toReversed()) {
      fixed = fixed.slice(0, span.start) + newText + fixed.slice(span.end);
      const growth = newText.length - (span.end - span.start);
      if (span.end <= start) start += growth;
      if (span.start < end) end += growth;
    }
    return fixed.slice(start, end);
  });
}
