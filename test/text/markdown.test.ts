import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, read, sourceOf } from './read.ts';

const CASES: readonly [string, string, readonly string[]][] = [
  [
    'headings',
    '# One *two* #\n\nText\n\nThree\n---\n\n## Four {#id}',
    ['heading1: One two', 'paragraph: Text', 'heading2: Three', 'heading2: Four'],
  ],
  ['emphasis', 'The **Hayase** _Motor_ ***Co.*** 4*3*%', ['paragraph: The Hayase Motor Co. 43%']],
  ['a paragraph over lines', 'Hayase\n   Motor\r\nCo.  \nhere', ['paragraph: Hayase⏎Motor⏎Co.⏎here']],
  [
    'lists',
    '- one\n- two\n  more\n\n1. three\n\n   four\n- [x] done',
    ['list-item: one', 'list-item: two⏎more', 'list-item: three', 'list-item: four', 'list-item: done'],
  ],
  ['quotations', '> said\n> more\n\nno', ['> paragraph: said⏎more', 'paragraph: no']],
  [
    'code',
    'Run `43%` now\n\n```\n43%\n```\n\n    43%\n\nend',
    ['paragraph: Run \uFFFC now', 'paragraph: end'],
  ],
  [
    'links',
    'See [the *text*](http://a.b/43% "43%") and [more][ref] and [short] and [sic]\n\n[ref]: http://c.d "x"\n[short]: http://e.f',
    ['paragraph: See the text and more and short and [sic]'],
  ],
  ['addresses', 'See https://a.b/43% or <http://c.d> or www.e.f/g', ['paragraph: See \uFFFC or \uFFFC or']],
  ['footnotes', 'True.[^1]\n\n[^1]: The note.', ['paragraph: True.', 'paragraph: The note.']],
  ['entities', 'AT&amp;T&nbsp;4&#37; &rsquo;s &nosuch; &shy;x', ['paragraph: AT&T\u00A04% ’s &nosuch; x']],
  ['escapes', '4\\% \\*not\\* a\\_b', ['paragraph: 4\\% *not* a_b'.replace('4\\%', '4%')]],
  ['struck out', 'It is ~~34%~~ 43%', ['paragraph: It is \uFFFC 43%']],
  ['comments', 'A <!-- 34% --> B\n\n<!--\n34%\n-->\n\nC', ['paragraph: A  B', 'paragraph: C']],
  [
    'inline HTML',
    'A <b class="34%">bold</b> <code>34%</code> m<sup>2</sup> the 4<sup>th</sup><br>end',
    ['paragraph: A bold \uFFFC m the 4th⏎end'],
  ],
  [
    'blocks of HTML',
    '<div class="34%">\n<p>One &amp; two</p>\n<blockquote>three</blockquote>\n</div>\n\nfour',
    ['paragraph: One & two', '> paragraph: three', 'paragraph: four'],
  ],
  [
    'HTML around Markdown',
    '<blockquote>\n\n**said**\n\n</blockquote>\n\nno',
    ['> paragraph: said', 'paragraph: no'],
  ],
  [
    'images',
    'One ![alt 34%](a.png) two\n\n![Two men](a.png)\n*At the plant.*\n\n![](b.png)\n\n_Below._\n\n_Not._',
    [
      'paragraph: One \uFFFC two',
      'caption: Two men',
      'caption: At the plant.',
      'caption: Below.',
      'paragraph: Not.',
    ],
  ],
  ['front matter', '---\ntitle: 34%\n---\nText', ['paragraph: Text']],
  ['rules', 'One\n\n---\n\nTwo\n\n***', ['paragraph: One', 'paragraph: Two']],
  ['nothing', '', []],
];

for (const [name, text, expected] of CASES) {
  test(name, () => assert.deepEqual(blocksOf(read(text)), expected));
}

test('table cells know their heads', () => {
  const { prose } = read(
    '| Maker | 2022 | 2023 |\n|---|---:|---:|\n| Hayase | 5% | |\n|| 6% | 7 \\| 8 |\n\nafter\n\na | b\n--|--\nc | d\n',
  );
  const words = (index: number | undefined) =>
    index === undefined
      ? undefined
      : prose.text.slice(prose.blocks[index]!.span.start, prose.blocks[index]!.span.end);
  const cells = prose.blocks.flatMap(({ cell }, index) =>
    cell
      ? [
          [
            words(index),
            cell.table,
            cell.row,
            cell.column,
            cell.isHead,
            words(cell.rowHead),
            words(cell.columnHead),
          ],
        ]
      : [],
  );
  assert.deepEqual(cells, [
    ['Maker', 0, 0, 0, true, undefined, undefined],
    ['2022', 0, 0, 1, true, 'Maker', undefined],
    ['2023', 0, 0, 2, true, 'Maker', undefined],
    ['Hayase', 0, 1, 0, false, undefined, 'Maker'],
    ['5%', 0, 1, 1, false, 'Hayase', '2022'],
    ['6%', 0, 2, 1, false, undefined, '2022'],
    ['7 | 8', 0, 2, 2, false, undefined, '2023'],
    ['a', 1, 0, 0, true, undefined, undefined],
    ['b', 1, 0, 1, true, 'a', undefined],
    ['c', 1, 1, 0, false, undefined, 'a'],
    ['d', 1, 1, 1, false, 'c', 'b'],
  ]);
});

test('blocks know the heading above', () => {
  const { prose } = read('# A\n\nb\n\n## C\n\nd\n\n# E\n\nf');
  assert.deepEqual(
    prose.blocks.map(({ heading }) => heading),
    [undefined, 0, 0, 2, undefined, 4],
  );
});

test('words lead back to their source', () => {
  const draft = read(
    '---\na: b\n---\n> The **Hayase** Motor\n> 😀 AT&amp;T [stake of\n> 43%](http://x) here',
  );
  assert.equal(sourceOf(draft, 'Hayase'), 'Hayase');
  assert.equal(sourceOf(draft, 'Hayase Motor'), 'Hayase** Motor');
  assert.equal(sourceOf(draft, 'AT&T'), 'AT&amp;T');
  assert.equal(sourceOf(draft, '&'), '&amp;');
  assert.equal(sourceOf(draft, '43%'), '43%');
  assert.equal(sourceOf(draft, 'of\n43%'), 'of\n> 43%');
  assert.equal(sourceOf(draft, '😀'), '😀');
  assert.equal(draft.prose.text[draft.prose.fromSource(draft.text.indexOf('43%'))], '4');
});

test('MDX: expressions, imports and comments are masked', () => {
  const text =
    'import { a } from "b"\nexport const c = "34%"\n\n# Hi {34}\n\n{/* 34% */}\n<Box n={34 > 3} /> says **43%** {a + {b}} `{34}`\n\n<Box>\n\nin it\n\n</Box>';
  assert.deepEqual(blocksOf(read(text, 'mdx')), ['heading1: Hi', 'paragraph: says 43%', 'paragraph: in it']);
});
