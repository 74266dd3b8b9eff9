import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { check, type Report } from '../../server/src/checker.ts';
import type { Check, Edit, Finding, Fix } from '../../server/src/checks/check.ts';
import type { FactBase } from '../../server/src/facts/facts.ts';
import { overlaps, type Span } from '../../server/src/text/span.ts';
import { isWrong, replaceAt, unmark } from './markup.ts';

/** A draft in the notation of the accuracy sets; or one with its path, where the markup language matters. */
export type Case = string | { readonly path: string; readonly marked: string };

/** A case as it should be, and the same draft marked as the checker answers today. */
export type Fixme = readonly [wanted: Case, today: string];

/** The day of every case whose front matter names no other: the day of the seed article, a Thursday. */
export const AS_OF = { year: 2023, month: 1, day: 26 } as const;

/** Runs every case as it stands, and again behind an astral character and a CRLF: offsets must not care. */
const PLACES = [
  ['as it stands', ''],
  ['further down the file', '🚗 *News*\r\n\r\n'],
] as const;

/** The one place where tests of checks touch the checker: a case is a marked draft, not calls. */
export function testCheck(subject: Check, facts: FactBase, cases: readonly Case[]): void {
  testCode(subject.code, facts, cases);
}

/** As `testCheck`, for a code that no check of the list has: what comes after the checks. */
export function testCode(code: string, facts: FactBase, cases: readonly Case[]): void {
  describe(code, () => {
    for (const given of cases) {
      for (const [place, before] of placesOf(markedOf(given))) {
        test(`${place}: ${markedOf(given)}`, () => {
          assertCase(code, facts, { path: pathOf(given), marked: before + markedOf(given) });
        });
      }
    }
  });
}

/**
 * Cases that fail today because of the engine: asserts today's wrong answer, so that nobody forgets them.
 * Once one is mended the test fails, and its case moves up among the others.
 */
export function testFixme(subject: Check, facts: FactBase, cases: readonly Fixme[]): void {
  describe(`FIXME ${subject.code}`, () => {
    for (const [wanted, today] of cases) {
      test(markedOf(wanted), () => {
        const { text, marks } = unmark(today);
        assert.equal(text, unmark(markedOf(wanted)).text, 'both sides are the same draft');
        const { findings } = run(facts, { path: pathOf(wanted), text });
        assert.deepEqual(findings.map(showIn(text)), marks.map(showIn(text)), 'today’s answer has changed');
        assert.throws(
          () => assertCase(subject.code, facts, { path: pathOf(wanted), marked: markedOf(wanted) }),
          'mended: move this case up',
        );
      });
    }
  });
}

interface Marked {
  readonly path: string;
  readonly marked: string;
}

function assertCase(code: string, facts: FactBase, { path, marked }: Marked): void {
  const { text, marks } = unmark(marked);
  const wrong = marks.filter(isWrong);
  const report = run(facts, { path, text });
  const { findings } = report;

  assert.deepEqual(findings.map(showIn(text)), wrong.map(showIn(text)));
  assert.deepEqual([...new Set(findings.map((finding) => finding.code))], wrong.length > 0 ? [code] : []);

  for (const [index, { span, corrections }] of wrong.entries()) {
    const { fixes } = findings[index] as Finding;
    assert.deepEqual(
      fixes.map(({ edits }) => wordsIn(text, span, edits)),
      [...corrections],
    );
    for (const fix of fixes) assertHeals(facts, { path, text }, { findings, fix });
  }
  for (const { span } of marks.filter((mark) => !isWrong(mark))) assertUnderstood(report, text, span);
}

/** Applied, the finding is gone and none has come. */
function assertHeals(
  facts: FactBase,
  source: { readonly path: string; readonly text: string },
  { findings, fix }: { readonly findings: readonly Finding[]; readonly fix: Fix },
): void {
  const healed = run(facts, { path: source.path, text: applyEdits(source.text, fix.edits) });
  assert.equal(healed.findings.length, findings.length - 1, `«${fix.title}» leaves a finding`);
}

/** Silence alone proves nothing: some verdict there must say that the words are right. */
function assertUnderstood({ verdicts }: Report, text: string, span: Span): void {
  assert.ok(
    verdicts.some(({ label, claim }) => label === 'supported' && overlaps(claim.span, span)),
    `${showIn(text)({ span })} passes because it was not understood, not because it is right`,
  );
}

function run(facts: FactBase, source: { readonly path: string; readonly text: string }): Report {
  return check(source, facts, { asOf: AS_OF });
}

/** The edits of a fix, carried out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, { span, newText }) => replaceAt(result, span, newText), text);
}

/** What stands at `span` after a fix; «elsewhere: …» where the fix changes other words. */
function wordsIn(text: string, span: Span, edits: readonly Edit[]): string {
  const fixed = applyEdits(text, edits);
  const words = fixed.slice(span.start, fixed.length - (text.length - span.end));
  if (replaceAt(text, span, words) === fixed) return words;
  return `elsewhere: ${edits.map(({ newText }) => newText).join(' + ')}`;
}

function showIn(text: string) {
  return ({ span }: { readonly span: Span }): string =>
    `${span.start}–${span.end} «${text.slice(span.start, span.end)}»`;
}

/** Front matter must stay the first thing in its file. */
function placesOf(marked: string): readonly (readonly [string, string])[] {
  return marked.startsWith('---') ? PLACES.slice(0, 1) : PLACES;
}

function markedOf(given: Case): string {
  return typeof given === 'string' ? given : given.marked;
}

function pathOf(given: Case): string {
  return typeof given === 'string' ? 'draft.md' : given.path;
}
