import assert from 'node:assert/strict';
import { test } from 'node:test';
import { blocksOf, read, sourceOf } from './read.ts';

const ASCIIDOC = `= The pact
:author: 34%

Renault *holds* _43%_ of https://nissan.com[Nissan Motor] \`34%\`.
It says so.

.Two men
image::a-34.png[alt]

[quote, Someone]
We hold it.

----
34%
----

* one https://a.b/34
** two

|===
|Maker |Share

|Hayase
|5%
|===

== Next
`;
const RST = `The pact
========

Renault *holds* \`\`34%\`\` **43%** of \`Nissan <http://a.b/34>\`_ [1]_.
It says so::

    34% of code

Part
----

- one
- two

.. note:: Mind this.

   And that.

.. image:: a-34.png
   :alt: 34%

.. code-block:: python

   x = 34

==== ====
A    B b
==== ====
r    5%
==== ====

.. [1] The note.
`;
const LATEX = `\\documentclass{article}
\\title{34\\%}
\\begin{document}
\\section*{The pact}
Renault \\emph{holds} 43\\,\\% of Nissan~Motor\\footnote{Since 1999.} \\cite{a34}.% 34%
It sold $x = 34$ of \\textbf{Hayase} Soci\\'et\\'e \\& Co.

\\begin{quote}
\`\`We will.''
\\end{quote}
\\begin{verbatim}
34%
\\end{verbatim}
\\begin{itemize}
\\item one
\\item two
\\end{itemize}
\\begin{tabular}{lr}
Maker & Share \\\\
Hayase & 5\\% \\\\
\\end{tabular}
\\caption{Two men}
\\end{document}
34%
`;

const CASES: readonly [string, string, readonly string[]][] = [
  [
    'asciidoc',
    ASCIIDOC,
    [
      'heading1: The pact',
      'paragraph: Renault holds 43% of Nissan Motor \uFFFC.⏎It says so.',
      'caption: Two men',
      '> paragraph: We hold it.',
      'list-item: one',
      'list-item: two',
      'table-cell: Maker',
      'table-cell: Share',
      'table-cell: Hayase',
      'table-cell: 5%',
      'heading2: Next',
    ],
  ],
  [
    'restructuredtext',
    RST,
    [
      'heading1: The pact',
      'paragraph: Renault holds \uFFFC 43% of Nissan .⏎It says so:',
      'heading2: Part',
      'list-item: one',
      'list-item: two',
      'paragraph: Mind this.',
      'paragraph: And that.',
      'table-cell: A',
      'table-cell: B b',
      'table-cell: r',
      'table-cell: 5%',
      'paragraph: The note.',
    ],
  ],
  [
    'latex',
    LATEX,
    [
      'heading2: The pact',
      'paragraph: Renault holds 43\u2009% of Nissan\u00A0Motor (Since 1999.) .⏎It sold \uFFFC of Hayase Société & Co.',
      '> paragraph: “We will.”',
      'list-item: one',
      'list-item: two',
      'table-cell: Maker',
      'table-cell: Share',
      'table-cell: Hayase',
      'table-cell: 5%',
      'caption: Two men',
    ],
  ],
];

for (const [language, text, expected] of CASES) {
  test(language, () => assert.deepEqual(blocksOf(read(text, language)), expected));
}

test('words of LaTeX lead back to their source', () => {
  const draft = read(LATEX, 'latex');
  assert.equal(sourceOf(draft, '43\u2009%'), '43\\,\\%');
  assert.equal(sourceOf(draft, 'Société'), "Soci\\'et\\'e");
  assert.equal(sourceOf(draft, '5%'), '5\\%');
});

test('cells of other languages know their heads', () => {
  for (const [language, text] of CASES) {
    const { prose } = read(text, language);
    const cell = prose.blocks.findLast((block) => block.kind === 'table-cell')?.cell;
    const words = (index: number | undefined) => {
      const span = prose.blocks[index ?? -1]?.span;
      return span && prose.text.slice(span.start, span.end);
    };
    assert.deepEqual(
      [cell?.row, cell?.column, words(cell?.rowHead)],
      [1, 1, language === 'restructuredtext' ? 'r' : 'Hayase'],
    );
    assert.equal(words(cell?.columnHead), language === 'restructuredtext' ? 'B b' : 'Share');
  }
});

test('an accent on a letter that has none leaves the letter', () => {
  const draft = read('\\`Hayase', 'latex');
  assert.equal(draft.prose.text.trim(), 'Hayase');
  assert.equal(sourceOf(draft, 'Hayase'), 'Hayase');
});
