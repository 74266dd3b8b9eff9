import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, read, sourceOf } from './read.ts';

const CASES: readonly [string, string, readonly string[]][] = [
  [
    'a title and paragraphs',
    'A title\n\nFirst line\nsecond line.\n\nNext.\n',
    ['heading1: A title', 'paragraph: First line⏎second line.', 'paragraph: Next.'],
  ],
  ['one line', 'Only a line', ['paragraph: Only a line']],
  ['a first sentence', 'It rose.\n\nMore.', ['paragraph: It rose.', 'paragraph: More.']],
  [
    'lists',
    'x.\n\n* one\n  more\n- two\n1) three\n\n2. four',
    ['paragraph: x.', 'list-item: one⏎  more', 'list-item: two', 'list-item: three', 'list-item: four'],
  ],
  [
    'a line that begins with a number',
    'It met on Feb.\n12. The end.',
    ['paragraph: It met on Feb.⏎12. The end.'],
  ],
  [
    'capitals',
    'DAILY NOTE / TUESDAY\n\n1) WAFERS\n   Prices fell\n   by 3%.',
    ['heading1: DAILY NOTE / TUESDAY', 'heading2: WAFERS', 'paragraph: Prices fell⏎   by 3%.'],
  ],
  [
    'paragraphs begun by an indent',
    'ROME, Feb 26 - It rose\nby 3%.\n    Wheat fell\nby 4%.\n    Maize nil\n    Rye nil (1,2),\ntotal 5.\n',
    [
      'paragraph: ROME, Feb 26 - It rose⏎by 3%.',
      'paragraph: Wheat fell⏎by 4%.',
      'paragraph: Maize nil',
      'paragraph: Rye nil (1,2),⏎total 5.',
    ],
  ],
  [
    'a hanging indent',
    'Term and\n    its words\n    go on.\n',
    ['paragraph: Term and⏎    its words⏎    go on.'],
  ],
  ['CRLF', 'a b.\r\nc d.\r\n\r\ne f.\r\n', ['paragraph: a b.\r⏎c d.', 'paragraph: e f.']],
  ['front matter', '---\ndate: 2025-05-20\n---\nText.', ['paragraph: Text.']],
  ['a rule is no front matter', '---\nThe text\n---\nmore', ['paragraph: ---⏎The text⏎---⏎more']],
  ['markup is text', 'a *b* <c> `d` &amp;', ['paragraph: a *b* <c> `d` &amp;']],
  ['nothing', ' \n\n \t\n', []],
];

for (const [name, text, expected] of CASES) {
  test(name, () => assert.deepEqual(blocksOf(read(text, 'plaintext')), expected));
}

test('plain text is its own prose', () => {
  const text = 'Nissan’s 43%\u00A0stake 😀\r\n';
  assert.equal(read(text, 'text').prose.text, text);
});

test('what shows nothing is left out, and offsets lead back', () => {
  const draft = read('\uFEFFThe Ha\u00ADyase Mo\u200Btor stake 😀 of 43%.', 'plaintext');
  assert.equal(draft.prose.text, 'The Hayase Motor stake 😀 of 43%.');
  assert.equal(sourceOf(draft, 'Hayase Motor'), 'Ha\u00ADyase Mo\u200Btor');
  assert.equal(sourceOf(draft, '43%'), '43%');
});

test('front matter shifts offsets', () => {
  const draft = read('---\na: b\n---\nOne 43%.', 'plaintext');
  assert.equal(draft.prose.text, 'One 43%.');
  assert.equal(sourceOf(draft, '43%'), '43%');
  assert.equal(draft.prose.fromSource(0), 0);
  assert.equal(draft.prose.fromSource(17), 4);
});
