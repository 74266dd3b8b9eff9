import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../server/src/project/byteLines.ts';

const decoder = new TextDecoder();

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

/** The lines, those too long as `undefined`, list by list. */
async function read(texts: readonly string[], longest = 100) {
  const lists: (readonly (string | undefined)[])[] = [];
  for await (const lines of linesOf(pieces(...texts), longest)) {
    lists.push(lines.map(({ bytes }) => bytes && decoder.decode(bytes)));
  }
  return lists;
}

test('each piece gives the lines that it ends', async () => {
  assert.deepEqual(await read(['a\nb', 'c\n\nd']), [['a'], ['bc', ''], ['d']]);
});

test('a last line without a line feed counts; an end right behind one is no line', async () => {
  assert.deepEqual(await read(['a\n', 'b']), [['a'], ['b']]);
  assert.deepEqual(await read(['a\n']), [['a']]);
  assert.deepEqual(await read([]), []);
});

test('a line that is too long costs itself only', async () => {
  assert.deepEqual(await read(['123', '456', '7\nb\n', '12345678'], 6), [[undefined, 'b'], [undefined]]);
  assert.deepEqual(await read(['123', '456\nb'], 6), [['123456'], ['b']]);
});

test('however a text is cut, its lines are the same', async () => {
  const text = fc.array(fc.constantFrom('\n', 'a', 'ö', '😀', '\r'), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(60)), async (letters, cuts) => {
      const whole = letters.join('');
      const bytes = new TextEncoder().encode(whole);
      const edges = [0, ...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b), bytes.length];
      async function* cut() {
        for (const [index, from] of edges.slice(0, -1).entries()) yield bytes.slice(from, edges[index + 1]);
      }
      const found: string[] = [];
      for await (const lines of linesOf(cut(), 1000)) {
        found.push(...lines.map((line) => decoder.decode(line.bytes)));
      }
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      assert.deepEqual(found, expected);
    }),
  );
});
