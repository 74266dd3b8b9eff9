import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentencesOf } from '../../server/src/text/sentences.ts';
import { textOf } from '../../server/src/text/span.ts';

const split = (text: string) =>
  sentencesOf(text, { start: 0, end: text.length }).map((sentence) => textOf(text, sentence));

/** «|» stands where a sentence ends. */
const CASES = [
  'Nissan sold cars. |Renault did not.',
  'Nissan Motor Co. and Renault SA met.',
  'Shares of Mitsubishi Motors Corp. rose 4%.',
  'He joined Nissan Motor Co. |The carmaker is based in Yokohama.',
  'It bought Acme Inc. |It paid $3 million.',
  'It bought Acme Inc. President Jane Roe agreed.',
  'The deal closed on Feb. 6 in London.',
  'It closed in Feb. |The price was not told.',
  'Talks start on Oct. 12, 2023. |They last a week.',
  'Sales in the U.S. rose. |Europe fell.',
  'It sells in the U.S. |However, sales fell.',
  'U.S. President Joe Biden spoke.',
  'J.P. Morgan and J. Smith agreed.',
  'George W. Bush met Mr. Smith and Dr. No.',
  'It is the No. 3 carmaker. |Toyota is No. 1.',
  'He said no. |The board agreed.',
  'Profit was 43.4%. |43% was forecast.',
  'Fiat S.p.A. holds it.',
  'Yahoo! said so. |Did it? |Yes!',
  'He asked: “Why?” and left.',
  '“We will sell.” |Renault declined.',
  '“We will sell,” he said. |“We must.”',
  'It fell (as forecast.) |Then it rose.',
  'And then … nothing. |Well… |The end.',
  'What?! |No.',
  'Held by Volkswagen AG. |eBay sold it. |fly24 bought it.',
  'At 9 a.m. Monday it opened.',
  '1. The alliance began.',
  'About approx. five percent, i.e. little, e.g. that.',
  'See www.nissan.com/a.html for more. |Or not.',
  'A headline without a stop\n\n|And a text. |With two.',
  'Co.',
  'Die Übernahme endet. |Änderungen folgen.',
  'It rose in 2023. |In 2024 it fell.',
];

for (const marked of CASES) {
  test(marked, () => {
    const parts = marked.split('|');
    assert.deepEqual(
      split(parts.join('')),
      parts.map((part) => part.trim()),
    );
  });
}

test('stays within its span', () => {
  const text = 'One. Two. Three.';
  assert.deepEqual(
    sentencesOf(text, { start: 5, end: 9 }).map((sentence) => textOf(text, sentence)),
    ['Two.'],
  );
  assert.deepEqual(sentencesOf('   ', { start: 0, end: 3 }), []);
});

test('no-break and thin spaces part sentences as well', () => {
  assert.deepEqual(split('It rose 4\u202F%.\u00A0Then it fell.\u2009Now?'), [
    'It rose 4\u202F%.',
    'Then it fell.',
    'Now?',
  ]);
});
