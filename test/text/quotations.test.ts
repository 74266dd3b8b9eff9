import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotationsOf } from '../../server/src/text/quotations.ts';
import { textOf } from '../../server/src/text/span.ts';

const CASES: readonly [string, readonly string[]][] = [
  ['“We sell 43%,” he said. “Now.”', ['“We sell 43%,”', '“Now.”']],
  ['"We sell," he said. "Now."', ['"We sell,"', '"Now."']],
  ['« Oui », dit-il', ['« Oui »']],
  ['„Ja“, sagte er', ['„Ja“']],
  ['‘We can’t sell,’ he said of the carmakers’ stake', ['‘We can’t sell,’']],
  ["'We can't sell,' he said", ["'We can't sell,'"]],
  ["Nissan's stake and the carmakers' stake", []],
  ['the ‘90s and rock ’n’ roll', []],
  ['a 6" pipe and a 7" one', []],
  ['“One.\n\n“Two.” Three', ['“One.', '“Two.”']],
  ['“He said ‘no’ to it,” she said', ['“He said ‘no’ to it,”']],
  ['no quotation', []],
  ['(“In brackets”)', ['“In brackets”']],
];

for (const [text, expected] of CASES) {
  test(text, () => {
    const found = quotationsOf(text, { start: 0, end: text.length }).map((span) => textOf(text, span));
    assert.deepEqual(found, expected);
  });
}
