import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, read, sourceOf } from './read.ts';

const CASES: readonly [string, string, readonly string[]][] = [
  [
    'a page',
    '<!doctype html><html><head><title>34%</title><style>p{}</style></head><body><h1>One</h1><p>Two</p></body></html>',
    ['heading1: One', 'paragraph: Two'],
  ],
  ['front matter', '---\ndate: 2025-04-11\n---\n<h2>One</h2>', ['heading2: One']],
  [
    'inline tags',
    '<p>The <b>Hayase</b> <a href="/34%" title="34%">Motor</a>\n   Co.</p>',
    ['paragraph: The Hayase Motor⏎Co.'],
  ],
  ['entities', 'AT&amp;T&nbsp;4&#37; &#x2019;s&shy; &copy &Aacute;', ['paragraph: AT&T\u00A04% ’s © Á']],
  [
    'not prose',
    '<p>a<script>34%</script><code>34%</code>b</p><pre>34%</pre><!-- 34% --><p>c</p>',
    ['paragraph: a\uFFFCb', 'paragraph: c'],
  ],
  [
    'unclosed',
    '<p>a<p>b<ul><li>c<li>d</ul>e<code>f<p>g<b',
    ['paragraph: a', 'paragraph: b', 'list-item: c', 'list-item: d', 'paragraph: e', 'paragraph: g'],
  ],
  [
    'quotations',
    '<blockquote><p>a</p>b</blockquote>c<p><q>d</q>',
    ['> paragraph: a', '> paragraph: b', 'paragraph: c', 'paragraph: “d”'],
  ],
  [
    'captions',
    '<figure><img alt="34%"><figcaption>a</figcaption></figure><p>b',
    ['caption: a', 'paragraph: b'],
  ],
  ['line breaks', '<p>a<br>b<br/>\n c', ['paragraph: a⏎b⏎c']],
  ['note signs', '<p>43%<sup>1</sup> the 4<sup>th</sup>', ['paragraph: 43% the 4th']],
  ['loose text', 'a <div>b</div> c', ['paragraph: a', 'paragraph: b', 'paragraph: c']],
  ['stray signs', '<p>a < b & c > d &', ['paragraph: a < b & c > d &']],
];

for (const [name, text, expected] of CASES) {
  test(name, () => assert.deepEqual(blocksOf(read(text, 'html')), expected));
}

test('table cells know their heads, across spans', () => {
  const { prose } = read(
    '<table><caption>Cap</caption><tr><th rowspan=2>Q<th colspan=2>A<tr><th>B<th>C<tr><th>r<td>1<td>2<tr><td colspan="2">s<td>3</table><table><tr><td>x<td>y<tr><td>z<td>9</table>',
    'html',
  );
  const words = (index: number | undefined) =>
    index === undefined
      ? ''
      : prose.text.slice(prose.blocks[index]!.span.start, prose.blocks[index]!.span.end);
  const cells = prose.blocks.flatMap(({ cell }, index) =>
    cell
      ? [
          `${words(index)} ${cell.table}.${cell.row}.${cell.column}${cell.isHead ? '!' : ''} ${words(cell.rowHead)}/${words(cell.columnHead)}`,
        ]
      : [],
  );
  assert.deepEqual(cells, [
    'Q 0.0.0! /',
    'A 0.0.1! Q/',
    'B 0.1.1! /',
    'C 0.1.2! /',
    'r 0.2.0 /Q',
    '1 0.2.1 r/B',
    '2 0.2.2 r/C',
    's 0.3.0 /Q',
    '3 0.3.2 s/C',
    'x 1.0.0! /',
    'y 1.0.1! x/',
    'z 1.1.0 /x',
    '9 1.1.1 z/y',
  ]);
});

test('words lead back to their source', () => {
  const draft = read('<p>The <b>Hayase</b> Motor AT&amp;T 4&#37;<br>end', 'html');
  assert.equal(sourceOf(draft, 'Hayase Motor'), 'Hayase</b> Motor');
  assert.equal(sourceOf(draft, 'AT&T'), 'AT&amp;T');
  assert.equal(sourceOf(draft, '4%'), '4&#37;');
  assert.equal(sourceOf(draft, '%\nend'), '&#37;<br>end');
});
