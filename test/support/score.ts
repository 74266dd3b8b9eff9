import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { check } from '../../server/src/checker.ts';
import type { Finding } from '../../server/src/checks/check.ts';
import type { FactBase } from '../../server/src/facts/facts.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import { isWrong, type Mark, replaceAt, unmark } from './markup.ts';
import { mutate, seeded } from './mutate.ts';
import { AS_OF, applyEdits } from './testCheck.ts';

/** A folder of marked drafts with the facts that decide them. */
export interface AccuracySet {
  readonly name: string;
  readonly facts: FactBase;
  readonly drafts: readonly { readonly path: string; readonly text: string; readonly marks: readonly Mark[] }[];
}

/** What is counted; the words are those of ../shared/eval/README.md. */
const NOTHING = {
  words: 0,
  right: 0,
  understood: 0,
  planted: 0,
  caught: 0,
  hits: 0,
  alarms: 0,
  fixed: 0,
  first: 0,
  mutants: 0,
  mutantsCaught: 0,
  mutantsRestored: 0,
};
export type Counts = Readonly<typeof NOTHING>;

type Draft = AccuracySet['drafts'][number];

/** The sets in `root`: its folders that hold a facts.json. Empty where there is no such folder. */
export function readSets(root: string): readonly AccuracySet[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'facts.json')))
    .sort()
    .map((name) => readSet(path.join(root, name), name));
}

function readSet(folder: string, name: string): AccuracySet {
  const { facts } = readFacts(readFileSync(path.join(folder, 'facts.json'), 'utf8'));
  const drafts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:md|txt|html)$/.test(file))
    .sort()
    .map((file) => ({ path: file, ...unmark(readFileSync(path.join(folder, file), 'utf8')) }));
  return { name, facts, drafts };
}

/** Counts what the checker gets right and wrong on a set; the same each run. */
export function scoreSet({ facts, drafts }: AccuracySet): Counts {
  return sum(drafts.flatMap((draft) => [scoreDraft(draft, facts), scoreMutants(draft, facts)]));
}

/** The sum of some counts. */
export function sum(all: readonly Partial<Counts>[]): Counts {
  const total = { ...NOTHING };
  for (const counts of all)
    for (const [key, value] of Object.entries(counts)) total[key as keyof Counts] += value;
  return total;
}

function scoreDraft({ path: file, text, marks }: Draft, facts: FactBase): Partial<Counts> {
  const { verdicts, findings } = check({ path: file, text }, facts, { asOf: AS_OF });
  const loud = findings.filter(isLoud);
  const supported = verdicts.filter(({ label }) => label === 'supported').map(({ claim }) => claim.span);
  const right = marks.filter((mark) => !isWrong(mark));
  const wrong = marks.filter(isWrong);
  const hits = loud.filter(({ span }) => wrong.some((mark) => overlaps(mark.span, span)));
  const mended = wrong.map(({ span, corrections }) => {
    const wanted = corrections.map((words) => replaceAt(text, span, words));
    return fixedTexts(text, loud, span).map((fixed) => wanted.includes(fixed));
  });
  return {
    words: text.split(/\s+/).length,
    right: right.length,
    understood: right.filter(({ span }) => supported.some((one) => overlaps(one, span))).length,
    planted: wrong.length,
    caught: wrong.filter(({ span }) => loud.some((finding) => overlaps(finding.span, span))).length,
    hits: hits.length,
    alarms: loud.length - hits.length,
    fixed: mended.filter((texts) => texts.includes(true)).length,
    first: mended.filter(([best]) => best === true).length,
  };
}

/** Makes each right statement wrong, one at a time. */
function scoreMutants({ path: file, text, marks }: Draft, facts: FactBase): Partial<Counts> {
  const counts = { mutants: 0, mutantsCaught: 0, mutantsRestored: 0 };
  for (const { span, kind, corrections } of marks) {
    const words = text.slice(span.start, span.end);
    const wrong = corrections === null ? mutate(words, kind, seeded(`${file}:${span.start}`)) : null;
    if (wrong === null || wrong === words) continue;
    const mutant = replaceAt(text, span, wrong);
    const loud = check({ path: file, text: mutant }, facts, { asOf: AS_OF }).findings.filter(isLoud);
    const place = { start: span.start, end: span.start + wrong.length };
    counts.mutants += 1;
    if (loud.some((finding) => overlaps(finding.span, place))) counts.mutantsCaught += 1;
    if (fixedTexts(mutant, loud, place).includes(text)) counts.mutantsRestored += 1;
  }
  return counts;
}

function isLoud({ severity }: Finding): boolean {
  return severity === 'warning' || severity === 'error';
}

/** The draft after each fix of the findings that meet `span`. */
function fixedTexts(text: string, findings: readonly Finding[], span: Span): readonly string[] {
  return findings
    .filter((finding) => overlaps(finding.span, span))
    .flatMap(({ fixes }) => fixes.map(({ edits }) => applyEdits(text, edits)));
}

/** The counts as shares of one, to three digits; null where there was nothing to count. */
export function ratesOf(counts: Counts) {
  const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1000) / 1000);
  return {
    words: counts.words,
    precision: share(counts.hits, counts.hits + counts.alarms),
    recall: share(counts.caught, counts.planted),
    fixed: share(counts.fixed, counts.planted),
    first: share(counts.first, counts.planted),
    understood: share(counts.understood, counts.right),
    alarmsPer1k: share(counts.alarms, counts.words / 1000),
    mutantsCaught: share(counts.mutantsCaught, counts.mutants),
    mutantsRestored: share(counts.mutantsRestored, counts.mutants),
  };
}
