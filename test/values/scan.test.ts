import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds, scanValues } from '../../server/src/values/index.ts';
import type { ScanContext } from '../../server/src/values/kind.ts';

const context: ScanContext = { asOf: { year: 2023, month: 1, day: 26 }, dateOrder: 'dmy' };

/** What a text states, each as `kind:words`. */
function said(text: string): string[] {
  return scanValues(text, context).map(
    ({ span, value }) => `${value.kind}:${text.slice(span.start, span.end)}`,
  );
}

const CASES: readonly (readonly [string, ...string[]])[] = [
  ['Renault owns 43% of Nissan since 1999.', 'percent:43%', 'date:1999'],
  ['Sales rose 4 to 5 percent to €5.3 billion.', 'percent:4 to 5 percent', 'amount:€5.3 billion'],
  ['On Thursday, Oct. 12, five plants closed.', 'weekday:Thursday', 'date:Oct. 12', 'count:five'],
  ['Thursday the 12th of October', 'weekday:Thursday', 'date:12th of October'],
  ['Thursday night, 12 October 2023', 'weekday:Thursday', 'date:12 October 2023'],
  ['Thu 12 Oct', 'weekday:Thu', 'date:12 Oct'],
  ['TUESDAY IS QUIET', 'weekday:TUESDAY'],
  ['on Sundays, the Sun and Wed'],
  ['a Black Friday sale in the Sunday Times'],
  ['an A350, a T9, row 34E and file L5218'],
  ['at 16:52, a 1:1 draw, version 5.4.1, at 5.40pm, 7 a.m.'],
  ['one of them, no one, the one that'],
  ['one plant', 'count:one'],
  ['a dozen stores and 1.4 million users', 'count:a dozen', 'count:1.4 million'],
  ['3,200 of 21,500 jobs', 'count:3,200', 'count:21,500'],
  ['5% a year for a decade', 'percent:5%', 'duration:a decade'],
  ['It turned 65. It turned 65 pages.', 'duration:65', 'count:65'],
  ['Ana Ruiz, 65, said so', 'duration:65'],
  ['at the age of 127, it opens', 'duration:127'],
  ['employs 2050 people', 'count:2050'],
  ['its 24th year, the 24th floor', 'duration:24th year'],
  ['from $5 million to $6 million', 'amount:$5 million', 'amount:$6 million'],
  ['between 15% and 20%', 'percent:15% and 20%'],
  ['USA Today said today', 'date:today'],
  ['Theresa May may march. In May she did.', 'date:May'],
  ['Feb. 29, 2023 and 31 June', 'date:Feb. 29, 2023', 'date:31 June'],
  ['In October\n2016', 'date:October\n2016'],
  ['half a percentage point, one-half point', 'percent:half a percentage point', 'percent:one-half point'],
  ['a quarter of a percent', 'percent:a quarter of a percent'],
  ['rates of 4-13/16 pct', 'percent:4-13/16 pct'],
  ['the 1986 YEAR', 'date:1986'],
  ['as early as 1983', 'date:1983'],
  ['a year-over-year rise'],
  ['9,999,999,999,999,999,999,999,999,999'],
  ['26\n\nJanuary'],
];

for (const [text, ...expected] of CASES) {
  test(`«${text}»`, () => {
    const found = said(text);
    assert.deepEqual(
      text === '26\n\nJanuary' ? found.filter((one) => one === 'date:26\n\nJanuary') : found,
      expected,
    );
  });
}

test('reads within a span only, and nothing around it', () => {
  const text = '26\nJanuary 2023\nabout\n15%';
  assert.deepEqual(said(text), ['date:26\nJanuary 2023', 'percent:15%']);
  const cells = [
    { start: 0, end: 2 },
    { start: 3, end: 15 },
    { start: 16, end: 21 },
    { start: 22, end: 25 },
  ];
  const found = cells.map((cell) => scanValues(text, context, cell));
  assert.deepEqual(
    found.map((values) => values.map(({ span, value }) => [value.kind, text.slice(span.start, span.end)])),
    [[['count', '26']], [['date', 'January 2023']], [], [['percent', '15%']]],
  );
  assert.equal(found[3]![0]!.hedge, undefined);
});

test('each kind scans its own', () => {
  const text = 'Renault owned 43% on Oct. 12.';
  assert.deepEqual(kinds.percent.scan(text, context).length, 1);
  assert.deepEqual(kinds.date.scan(text, context).length, 1);
  assert.deepEqual(kinds.count.scan(text, context).length, 0);
});

const HEDGES: readonly (readonly [string, string, string])[] = [
  ['about 43%', 'about', 'about'],
  ['nearly half of it', 'below', 'nearly'],
  ['just under 10%', 'below', 'just under'],
  ['a little under 10%', 'below', 'a little under'],
  ['less than 10%', 'below', 'less than'],
  ['more than 40%', 'above', 'more than'],
  ['well over 40%', 'above', 'well over'],
  ['at least 40%', 'at-least', 'at least'],
  ['no less than 40%', 'at-least', 'no less than'],
  ['no more than 40%', 'at-most', 'no more than'],
  ['up to 40%', 'at-most', 'up to'],
  ['as much as 40%', 'at-most', 'as much as'],
  ['close to 40%', 'about', 'close to'],
  ['an estimated 9,000 jobs', 'about', 'estimated'],
  ['~40%', 'about', '~'],
  ['>40%', 'above', '>'],
  ['40% or more', 'at-least', 'or more'],
  ['40% or so', 'about', 'or so'],
  ['50-odd jobs', 'about', '-odd'],
  ['in excess of $5 million', 'above', 'in excess of'],
  ['about a 43% stake', 'about', 'about'],
  ['for more than two decades', 'above', 'more than'],
];

for (const [text, kind, words] of HEDGES) {
  test(`the hedge of «${text}»`, () => {
    const [stated] = scanValues(text, context);
    assert.equal(stated?.hedge?.kind, kind);
    assert.equal(text.slice(stated.hedge.span.start, stated.hedge.span.end), words);
  });
}

for (const text of [
  'higher than a year ago',
  'over a two-year period',
  'lower than the three billion dollars',
  'has taken over $82 million',
  'of Chrysler <C> 15%',
  'about last year',
  'estimated 1986 output',
  'rather than 43%',
  'than 43%',
  'owns 43%',
  'to 43%',
  'of 43%',
]) {
  test(`no hedge in «${text}»`, () => assert.equal(scanValues(text, context)[0]!.hedge, undefined));
}
