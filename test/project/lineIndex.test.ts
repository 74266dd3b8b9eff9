import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexLines } from '../../server/src/project/lineIndex.ts';

test('lines end at LF, CR LF and CR', () => {
  const lines = indexLines('one\ntwo\r\nthree\rfour');
  assert.deepEqual([0, 1, 2, 3].map(lines.lineAt), ['one', 'two', 'three', 'four']);
});

test('places count from 0, in UTF-16 units', () => {
  const text = 'a\n🚗 43%';
  const offset = text.indexOf('43');
  assert.deepEqual(indexLines(text).placeAt(offset), { line: 1, character: 3, offset });
});

test('the end of a text that ends its line is a line of its own', () => {
  assert.deepEqual(indexLines('a\n').placeAt(2), { line: 1, character: 0, offset: 2 });
  assert.deepEqual(indexLines('').placeAt(0), { line: 0, character: 0, offset: 0 });
});
