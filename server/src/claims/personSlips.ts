import type { Fact, FactValue } from '../facts/facts.ts';
import { distance } from '../mentions/distance.ts';
import type { Span } from '../text/span.ts';
import type { Claim, Verdict } from './claim.ts';

/** A name in the draft that is one slip away from a person's in the facts. */
export interface PersonSlip {
  readonly span: Span;
  readonly name: string;
  readonly fact: Fact;
  readonly value: FactValue;
}

/** A capitalised word with its inner marks. */
const CAPITAL = /\p{Lu}[\p{L}\p{M}'’-]*/gu;

/**
 * Full names in the prose of which all words but one are those of a known person and that one is a slip for it («Fiona McRail»
 * for «Fiona McCrail»). A word of the name alone, or two different words, are somebody else.
 */
export function findPersonSlips(text: string, facts: readonly Fact[]): readonly PersonSlip[] {
  const wanted = facts
    .flatMap((fact) => fact.values.map((value) => ({ fact, value, words: value.text.split(/\s+/) })))
    .filter(({ words }) => words.length >= 2);
  if (wanted.length === 0) return [];
  const found: PersonSlip[] = [];
  const seen = new Set<string>();
  for (const one of wanted) {
    if (seen.has(one.value.text)) continue;
    seen.add(one.value.text);
    for (const slip of slipsOf(text, one.words)) found.push({ ...slip, fact: one.fact, value: one.value });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Looks for each word of the name that stands right, and holds its neighbours against the others. */
function* slipsOf(text: string, words: readonly string[]): Iterable<{ span: Span; name: string }> {
  const anchors = [words[0]!, words.at(-1)!];
  for (const [which, anchor] of anchors.entries()) {
    for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + anchor.length)) {
      const run =
        which === 0 ? wordsFrom(text, at, words.length) : wordsUntil(text, at + anchor.length, words.length);
      if (run && isSlipOf(run.words, words)) yield { span: run.span, name: run.words.join(' ') };
    }
  }
}

interface Run {
  readonly span: Span;
  readonly words: readonly string[];
}

function wordsFrom(text: string, start: number, count: number): Run | undefined {
  return readRun(text, start, Math.min(text.length, start + 80), count, true);
}

function wordsUntil(text: string, end: number, count: number): Run | undefined {
  return readRun(text, Math.max(0, end - 80), end, count, false);
}

/** The first (or last) `count` words of a stretch, if only white space parts them and no letter touches them outside. */
function readRun(text: string, from: number, to: number, count: number, forward: boolean): Run | undefined {
  const all = [...text.slice(from, to).matchAll(/[\p{L}\p{M}'’.-]+/gu)];
  const part = forward ? all.slice(0, count) : all.slice(-count);
  const first = part[0];
  const last = part.at(-1);
  if (first === undefined || last === undefined || part.length < count) return undefined;
  const start = from + first.index;
  const words = part.map(([word], index) =>
    index === part.length - 1 ? word.replace(/(?:['’]s?|[.,])$/u, '') : word,
  );
  const end = from + last.index + words.at(-1)!.length;
  const gaps = part
    .slice(1)
    .every((word, index) =>
      /^\s+$/.test(text.slice(from + part[index]!.index + part[index]![0].length, from + word.index)),
    );
  const isWhole = forward ? !/[\p{L}-]/u.test(text[start - 1] ?? ' ') : !/[\p{L}-]/u.test(text[end] ?? ' ');
  return gaps && isWhole && words.every((word) => word.length > 0)
    ? { span: { start, end }, words }
    : undefined;
}

function isSlipOf(written: readonly string[], right: readonly string[]): boolean {
  const off = right.flatMap((word, index) => (word === written[index] ? [] : [index]));
  if (off.length !== 1) return false;
  const [at] = off;
  const word = right[at!]!;
  const other = written[at!]!;
  CAPITAL.lastIndex = 0;
  if (!CAPITAL.test(other) || word.length < 4) return false;
  // Two letters may be off in a long family name («Hagenauer»), one in a short one; another given name is another person.
  const most = word.length >= 7 && at === right.length - 1 ? 2 : 1;
  return distance(other, word) <= most && word[0] === other[0];
}

/** «Fiona McRail»: all but a letter or two is the name of somebody whom the facts know. */
export function refuteSlip({ span, name, fact, value }: PersonSlip): Verdict {
  const claim: Claim = {
    kind: 'person',
    span,
    stated: { span, value: { kind: 'name', name } },
    subject: fact.subject,
    quoted: false,
    candidates: [{ fact, score: 2, reasons: [`one slip away from “${value.text}”`] }],
  };
  return {
    label: 'refuted',
    claim,
    evidence: { fact, value, why: `The fact names ${value.text}.` },
    reason: 'differs',
    strong: true,
  };
}
