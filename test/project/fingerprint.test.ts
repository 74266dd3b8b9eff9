import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprintsOf } from '../../server/src/project/fingerprint.ts';

function printOf(text: string, words = '34%', code = 'percent-mismatch'): string {
  const start = text.indexOf(words);
  return fingerprintsOf([{ code, span: { start, end: start + words.length } }], text)[0]!;
}
const SENTENCE = 'Renault owns 34% of Nissan.';
const print = printOf(SENTENCE);

test('a fingerprint outlives moved lines and changed line breaks', () => {
  assert.equal(printOf(`A head.\n\n${SENTENCE} More.`), print);
  assert.equal(printOf(`A head.\r\n\r\nRenault owns\r\n34% of Nissan.\r\n`), print);
});

test('a changed sentence, other words or another check make another one', () => {
  assert.notEqual(printOf('Renault owns 34% of Mitsubishi.'), print);
  assert.notEqual(printOf(SENTENCE, '34'), print);
  assert.notEqual(printOf(SENTENCE, '34%', 'value-outdated'), print);
});

test('two alike in one text are told apart', () => {
  const text = `${SENTENCE}\n\n${SENTENCE}`;
  const spans = [13, 13 + SENTENCE.length + 2].map((start) => ({ start, end: start + 3 }));
  const prints = fingerprintsOf(
    spans.map((span) => ({ code: 'percent-mismatch', span })),
    text,
  );
  assert.deepEqual(prints, [print, `${print}:2`]);
});
