import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText, type Encoding, encodeText } from '../../server/src/project/readText.ts';

const bytes = (...values: number[]) => new Uint8Array(values);

const CASES: readonly (readonly [string, Uint8Array, string, Encoding])[] = [
  ['plain ASCII', bytes(0x34, 0x33, 0x25), '43%', 'utf-8'],
  ['nothing', bytes(), '', 'utf-8'],
  ['UTF-8', new TextEncoder().encode('Citroën 🚗'), 'Citroën 🚗', 'utf-8'],
  ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A', 'utf-8-bom'],
  ['UTF-16, little end first', bytes(0xff, 0xfe, 0x41, 0, 0x3d, 0xd8, 0x97, 0xde), 'A🚗', 'utf-16le'],
  ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x41, 0, 0xeb), 'Aë', 'utf-16be'],
  ['Latin-1', bytes(0x43, 0x69, 0x74, 0x72, 0x6f, 0xeb, 0x6e), 'Citroën', 'windows-1252'],
  ['Windows quotes', bytes(0x93, 0x41, 0x94), '“A”', 'windows-1252'],
];

for (const [name, input, text, encoding] of CASES) {
  test(`${name} is read and written back the same`, () => {
    assert.deepEqual(decodeText(input), { text, encoding });
    assert.deepEqual(encodeText(text, encoding), input);
  });
}

test('bytes with NULs are no text', () => {
  assert.match(JSON.stringify(decodeText(bytes(0x89, 0x50, 0, 0, 0x0d))), /not a text file.*NUL/);
});

test('a character that the encoding lacks is refused', () => {
  assert.equal(encodeText('東', 'windows-1252'), undefined);
});
