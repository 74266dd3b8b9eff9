import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocumentLine } from '../../server/src/project/documentLine.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const TEXT = { text: 'Renault holds 43% of Nissan.' };

test('a document says whose it is, what it says, in which language and when', () => {
  const line = { id: 'a/1', ...TEXT, language: 'markdown', date: '2023-01' };
  assert.deepEqual(readDocumentLine(bytes(JSON.stringify(line))), {
    id: 'a/1',
    ...TEXT,
    language: 'markdown',
    asOf: { year: 2023, month: 1, day: 1 },
  });
});

test('language and date may be left out, or null; what else is there is left alone', () => {
  const line = { id: 7, ...TEXT, language: null, date: null, desk: 'Tokyo' };
  assert.deepEqual(readDocumentLine(bytes(`${JSON.stringify(line)}\r`)), {
    id: 7,
    ...TEXT,
    language: 'plaintext',
  });
});

const BAD: readonly (readonly [string, string, string | number | null, RegExp])[] = [
  ['nothing', '', null, /^The line is empty\.$/],
  ['blanks', ' \r', null, /^The line is empty\.$/],
  ['broken JSON', '{"id": 1, "text": ', null, /^The line is not valid JSON\.$/],
  ['two objects', '{"id":1,"text":"a"} {"id":2,"text":"b"}', null, /^The line is not valid JSON\.$/],
  ['a list', '[1]', null, /^The line is no JSON object\.$/],
  ['null', 'null', null, /^The line is no JSON object\.$/],
  ['no id', '{"text":"a"}', null, /^“id” is missing/],
  ['an id that is no name', '{"id":{},"text":"a"}', null, /^“id” is missing/],
  ['no text', '{"id":"a"}', 'a', /^“text” is missing/],
  ['a text that is none', '{"id":3,"text":4}', 3, /^“text” is missing/],
  ['an unknown language', '{"id":3,"text":"","language":"klingon"}', 3, /^“language” is one of markdown, /],
  ['a language that objects inherit', '{"id":3,"text":"","language":"constructor"}', 3, /^“language”/],
  ['a language that is no word', '{"id":3,"text":"","language":4}', 3, /^“language”/],
  ['a date that is none', '{"id":3,"text":"","date":"yesterday"}', 3, /^“date” is a day/],
  ['a day that there never was', '{"id":3,"text":"","date":"2023-02-30"}', 3, /^“date” is a day/],
];

for (const [name, line, id, problem] of BAD) {
  test(`${name} is a bad line`, () => {
    const read = readDocumentLine(bytes(line));
    assert.ok('problem' in read);
    assert.equal(read.id, id);
    assert.match(read.problem, problem);
  });
}

test('bytes that are not UTF-8 are a bad line', () => {
  const latin1 = Uint8Array.from('{"id":1,"text":"Citroën"}', (letter) => letter.charCodeAt(0));
  assert.deepEqual(readDocumentLine(latin1), { id: null, problem: 'The line is not UTF-8.' });
});

test('no line at all makes it throw', () => {
  fc.assert(fc.property(fc.uint8Array(), (line) => void readDocumentLine(line)));
  fc.assert(fc.property(fc.json(), (line) => void readDocumentLine(bytes(line))));
});
