import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clausesOf } from '../../server/src/text/clauses.ts';
import { textOf } from '../../server/src/text/span.ts';

/** «|» stands where a clause ends. */
const CASES = [
  'Renault holds 43% of Nissan; |Nissan holds 15% of Renault.',
  'Renault holds 43% of Nissan |and Nissan holds 15% of Renault.',
  'Renault owned 43% of Nissan |and Nissan owned 15% of Renault.',
  'Renault and Nissan said they met.',
  'Sources said Renault and Nissan agreed to it.',
  'Sources said Renault and Nissan are meeting.',
  'Renault, Nissan, and Mitsubishi own it.',
  'Renault, |which holds 43% of Nissan, |said profit rose 5%.',
  'Renault, |which owns plants in France, Spain and Slovenia, |has 100,000 staff.',
  'It holds 15%, |but the stake has no votes.',
  'While Renault holds 43%, |Nissan owns 15%.',
  'After 23 years, Renault cut its stake.',
  'After it sold 28%, |Renault holds 15%.',
  'It holds 58.2%, after 57.6% in 2024.',
  'It holds 43%, as of May 2023, as well as 15% of Daimler.',
  'Profit rose 5%, up from 3% a year earlier.',
  'The stake is 43% — up from 40% in 2010.',
  'Renault – the biggest holder – has 43%.'.replace(/ – /g, ' – |'),
  'Operating margin: 5.6%.',
  'Thursday, Feb. 13: results of Hayase.',
  'He said: |“We hold 43%.”',
  'He had one goal: |Renault must sell.',
  'The talks (which began in May; and go on) ended.',
  'They met on Oct. 12, 2023, at 9:30.',
  'Nissan Motor Co., Ltd. and Renault S.A. signed.',
  'It makes 1,000 cars, |and sells 900.',
  'Its stake fell because Nissan bought shares.'.replace(' because', ' |because'),
  'It rose 4% |while the dollar fell.',
  'Mitsubishi, |in which Nissan holds 34%, |rose.'.replace('|in', 'in').replace('|rose', 'rose'),
];

for (const marked of CASES) {
  test(marked, () => {
    const parts = marked.split('|');
    const text = parts.join('');
    const clauses = clausesOf(text, { start: 0, end: text.length }).map((clause) => textOf(text, clause));
    assert.deepEqual(
      clauses,
      parts.map((part) => part.replace(/[\s,;:–—-]+$/, '')),
    );
  });
}

test('clauses stand in order, never overlap, and hold all words', () => {
  const word = fc.constantFrom(
    'Renault',
    'and',
    'holds',
    '43%',
    ',',
    ';',
    '(',
    ')',
    '—',
    ':',
    'which',
    'the',
    'said',
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const text = words.join(' ');
      let end = 0;
      let kept = '';
      for (const clause of clausesOf(text, { start: 0, end: text.length })) {
        assert.ok(end <= clause.start && clause.start <= clause.end);
        end = clause.end;
        kept += textOf(text, clause);
      }
      const onlyWords = (value: string) => value.replace(/[\s,;:—-]/g, '');
      assert.equal(onlyWords(kept), onlyWords(text));
    }),
  );
});
