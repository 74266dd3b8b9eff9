import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from '../../server/src/cli/excerpt.ts';
import { widthOf, wrap } from '../../server/src/cli/terminal.ts';

function shown(text: string, words: string, width: number): readonly [string, string] {
  const start = text.indexOf(words);
  const { before, marked, after, indent, marks } = excerptOf(
    { text, from: 0 },
    start,
    start + words.length,
    width,
  );
  return [before + marked + after, ' '.repeat(indent) + '^'.repeat(marks)];
}

const CASES: readonly (readonly [string, string, string, string])[] = [
  ['Renault owns 34% of it.', '34%', 'Renault owns 34% of it.', '             ^^^'],
  ['\tRenault owns 34%', '34%', 'Renault owns 34%', '             ^^^'],
  ['a\t34%', '34%', 'a 34%', '  ^^^'],
  ['日産 owns 34%', '34%', '日産 owns 34%', '          ^^^'],
  ['日産 owns', '日産', '日産 owns', '^^^^'],
  ['🚗 34%', '34%', '🚗 34%', '   ^^^'],
  ['Citroe\u0308n 34%', '34%', 'Citroe\u0308n 34%', '        ^^^'],
  ['a\u001b[31m 34%', '34%', 'a\ufffd[31m 34%', '       ^^^'],
];

for (const [text, words, line, marks] of CASES) {
  test(`the marks stand under ${words} in ${JSON.stringify(text)}`, () => {
    assert.deepEqual(shown(text, words, 60), [line, marks]);
  });
}

test('a long line is cut about the words', () => {
  const text = `${'before '.repeat(500)}34%${' after'.repeat(500)}`;
  const [line, marks] = shown(text, '34%', 40);
  assert.ok(widthOf(line) <= 40, line);
  assert.match(line, /^….*before 34% after.*…$/);
  assert.equal(line.slice(marks.indexOf('^'), marks.length), '34%');
});

test('wide characters are cut by columns', () => {
  const [line] = shown(`${'日'.repeat(100)} 34% ${'産'.repeat(100)}`, '34%', 40);
  assert.ok(widthOf(line) <= 40, line);
  assert.match(line, /34%/);
});

test('words are wrapped at spaces', () => {
  assert.deepEqual(wrap('one two three four', 9), ['one two', 'three', 'four']);
  assert.deepEqual(wrap('incomprehensibilities', 5), ['incomprehensibilities']);
});
