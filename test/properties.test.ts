import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { check, type Report } from '../server/src/checker.ts';
import { readDraft } from '../server/src/text/readDraft.ts';
import type { Span } from '../server/src/text/span.ts';
import { alliance, allianceProblems } from './support/alliance.ts';
import { AS_OF, applyEdits } from './support/testCheck.ts';

const PATHS = ['a.md', 'a.txt', 'a.html', 'a.adoc', 'a.rst', 'a.tex', 'a.mdx', 'a.unknown'];

/** Pieces of copy, markup and trouble, which meet in ways that nobody would think of. */
const PIECES = [
  'Velmora owns 34% of Quillon',
  'Quillon, founded in 1943,',
  'Velmroa',
  'Autocarri Tesi',
  'Velmora AG',
  'Thursday, 3 February 2023',
  '31 June 2023',
  'a third',
  'from 10% to 15%, up 5%',
  'Velmora’s chief executive, Georges Maillard,',
  '33-year-old alliance',
  '€46.4 billion',
  'not 34% but',
  ' of ',
  '. ',
  ', ',
  '\n',
  '\r\n',
  '\n\n',
  '“',
  '”',
  '"',
  '(',
  ')',
  '**',
  '_',
  '`',
  '[',
  '](https://a.example/34%)',
  '<b>',
  '</b>',
  '<td>',
  '<!--',
  '-->',
  '<!-- factlint-disable -->',
  '&nbsp;',
  '&amp',
  '| a | b |\n|---|---|\n| ',
  ' | ',
  '# ',
  '> ',
  '- ',
  '---\ndate: 2022-01-01\n---\n',
  '```\n',
  '\u00ad',
  '\u00a0',
  '\u202f',
  '🚗',
  '\ud83d',
  '\udd17',
  '\u0000',
  '\ufeff',
  '株式会社',
  'é',
  'e\u0301',
];

const pieces = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));
const paths = fc.constantFrom(...PATHS);
/** Any UTF-16 code unit, lone surrogates too. */
const CODE_UNIT = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

function read(path: string, text: string): Report {
  return check({ path, text }, alliance, { asOf: AS_OF });
}

test('the facts of these tests are read without a problem', () => {
  assert.deepEqual(allianceProblems, []);
});

test('check throws on no string at all, in no language', () => {
  fc.assert(
    fc.property(paths, fc.string({ unit: CODE_UNIT, maxLength: 300 }), (path, text) => {
      read(path, text);
    }),
  );
});

test('every span of a report lies in the draft, and its lists are in reading order', () => {
  fc.assert(
    fc.property(paths, pieces, (path, text) => {
      const { findings, verdicts, mentions } = read(path, text);
      const lists = [findings, verdicts.map(({ claim }) => claim), mentions.entities, mentions.values];
      for (const list of lists)
        assertInOrder(
          list.map(({ span }) => span),
          text.length,
        );
      for (const { fixes } of findings) {
        for (const { edits } of fixes) assertApart(edits.map(({ span }) => span));
      }
    }),
  );
});

/** Within the draft, never empty, in reading order. */
function assertInOrder(spans: readonly Span[], length: number): void {
  for (const [at, { start, end }] of spans.entries()) {
    assert.ok(0 <= start && start < end && end <= length);
    assert.ok(at === 0 || spans[at - 1]!.start <= start);
  }
}

/** In order, none over another. */
function assertApart(spans: readonly Span[]): void {
  for (const [at, span] of spans.entries()) assert.ok(at === 0 || spans[at - 1]!.end <= span.start);
}

test('offsets survive the way to the prose and back', () => {
  fc.assert(
    fc.property(paths, pieces, (path, text) => {
      const { prose } = readDraft({ path, text }, { asOf: AS_OF });
      for (const word of prose.text.matchAll(/[A-Za-z]{3,}/g)) {
        const { start, end } = prose.toSource({ start: word.index, end: word.index + word[0].length });
        assert.ok(0 <= start && start <= end && end <= text.length);
        const written = text.slice(start, end);
        if (!/[&\\<\u00ad\ufeff*_`]/.test(written)) assert.equal(written, word[0]);
      }
    }),
  );
});

test('the same draft gives the same report', () => {
  fc.assert(
    fc.property(paths, pieces, (path, text) => {
      const shown = (report: Report) =>
        report.findings.map(({ code, span, message }) => ({ code, span, message }));
      assert.deepEqual(shown(read(path, text)), shown(read(path, text)));
    }),
    { numRuns: 30 },
  );
});

/** Sentences with one error each, which a fix must heal wherever they stand. */
const WRONG = [
  'Velmora owns 34% of Quillon.',
  'Garrick & Pell was founded in 1884.',
  'The board meets on 31 June 2023.',
  'The board meets on Thursday, 3 February 2023.',
  'Velmora AG makes vans.',
  'Velmora Motors makes vans.',
  'Velmora’s chief executive, Georges Maillard, was content.',
  'Velmora employs 150,800 people.',
  'Sales rose 20% to $65 million from $50 million.',
];
/** Copy around them that has nothing to do with it. */
const FILLER = [
  'It rained on the fair.\n\n',
  'A 🚗 went by.\r\n\r\n',
  '> “Well,” he said.\n\n',
  '- one\n- two\n\n',
  '# Vans\n\n',
  '',
];

test('fixes heal: the finding is gone and none has come', () => {
  const fillers = fc.array(fc.constantFrom(...FILLER), { maxLength: 4 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fillers, fc.constantFrom(...WRONG), fillers, (before, sentence, after) => {
      const text = `${before}${sentence}\n\n${after}`;
      const { findings } = read('a.md', text);
      assert.equal(findings.length, 1, sentence);
      for (const { edits, title } of findings[0]!.fixes) {
        const healed = read('a.md', applyEdits(text, edits));
        assert.deepEqual(healed.findings, [], title);
      }
    }),
  );
});
