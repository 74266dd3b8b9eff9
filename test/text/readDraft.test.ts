import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../server/src/text/language.ts';
import { textOf } from '../../server/src/text/span.ts';
import { OPTION, read } from './read.ts';

const LANGUAGES: readonly [string, string | undefined, string][] = [
  ['a.md', undefined, 'markdown'],
  ['a.MD', undefined, 'markdown'],
  ['a.txt', undefined, 'plaintext'],
  ['a', undefined, 'plaintext'],
  ['a.htm', undefined, 'html'],
  ['a.md', 'text', 'plaintext'],
  ['a.md', 'plaintext', 'plaintext'],
  ['a.md', 'unknown', 'markdown'],
  ['a', 'tex', 'latex'],
  ['a.rst', undefined, 'restructuredtext'],
  ['file:///x/a.adoc', undefined, 'asciidoc'],
];
for (const [path, language, expected] of LANGUAGES) {
  test(`${path} as ${language} is ${expected}`, () => {
    assert.equal(languageOf({ path, text: '', ...(language && { language }) }), expected);
  });
}

const DATES: readonly [string, readonly number[] | undefined][] = [
  ['date: 2025-02-13', [2025, 2, 13]],
  ['date: 2025-02-13T09:40:00+01:00', [2025, 2, 13]],
  ['date: 2025-02-13 09:40:00 # written', [2025, 2, 13]],
  ['date: "2025-02-13T09:40:00Z"', [2025, 2, 13]],
  ["date: '2025-02-13'", [2025, 2, 13]],
  ['"date": 2025-02-13', [2025, 2, 13]],
  ['title: a: b: [\ndate: 2025-02-13\n  - {', [2025, 2, 13]],
  ['meta:\n  date: 1999-01-01\ndate: 2025-02-13', [2025, 2, 13]],
  ['date: !!timestamp 2025-02-13', [2025, 2, 13]],
  ['date: >-\n  2025-02-13', [2025, 2, 13]],
  ['date: 2025-2-3', [2025, 2, 3]],
  ['date: 2025/02/13', [2025, 2, 13]],
  ['date: 13 February 2025', [2025, 2, 13]],
  ['date: Feb. 13, 2025', [2025, 2, 13]],
  ['date: 2025-02', [2025, 2, 1]],
  ['date: 2025', [2025, 1, 1]],
  ['date: 2025-02-30', undefined],
  ['date: soon', undefined],
  ['date:\ntitle: 2020-01-01', undefined],
  ['update: 2025-02-13', undefined],
];
for (const [head, expected] of DATES) {
  test(`front matter: ${head}`, () => {
    for (const language of ['markdown', 'html', 'plaintext', 'latex']) {
      for (const end of ['\n', '\r\n']) {
        const draft = read(`---\n${head}\n---\nText.`.replaceAll('\n', end), language);
        const [year, month, day] = expected ?? [];
        assert.deepEqual(draft.asOf, expected ? { year, month, day } : OPTION);
        assert.equal(draft.asOfOrigin, expected ? 'front-matter' : 'option');
        assert.equal(draft.prose.text.trim(), 'Text.');
      }
    }
  });
}

const METAS: ReadonlyArray<readonly [html: string, expected: readonly [number, number, number] | undefined]> =
  [
    ['<meta name="date" content="2025-02-13">', [2025, 2, 13]],
    ['<META content="2025-02-13T09:40:00+01:00" PROPERTY="article:published_time" />', [2025, 2, 13]],
    ['<meta itemprop=datePublished content=2025-02-13>', [2025, 2, 13]],
    ['<meta name="DC.date.issued" content="13 February 2025">', [2025, 2, 13]],
    [
      '<meta name="date" content="2025-03-01"><meta property="article:published_time" content="2025-02-13">',
      [2025, 2, 13],
    ],
    ['<meta name="date" content="2025&#45;02&#45;13">', [2025, 2, 13]],
    ['<meta property="article:modified_time" content="2025-02-13">', undefined],
    ['<meta name="date" content="yesterday">', undefined],
    ['<meta name="date">', undefined],
    ['<!-- <meta name="date" content="2025-02-13"> -->', undefined],
    ['</head><body><meta name="date" content="2025-02-13">', undefined],
  ];
for (const [html, expected] of METAS) {
  test(`a page's date: ${html}`, () => {
    const draft = read(`<!doctype html><html><head><title>A</title>${html}<p>Text.`, 'html');
    const [year, month, day] = expected ?? [];
    assert.deepEqual(draft.asOf, expected ? { year, month, day } : OPTION);
    assert.equal(draft.asOfOrigin, expected ? 'meta' : 'option');
    const dated = read(`<!-- factlint-date: 2023-01-26 --><head>${html}</head>`, 'html');
    assert.equal(dated.asOfOrigin, 'directive');
  });
}

test('a directive has the last word on the date', () => {
  for (const language of ['markdown', 'html', 'plaintext']) {
    const draft = read('---\ndate: 2025-02-13\n---\nText.\n\n<!-- factlint-date: 2023-01-26 -->\n', language);
    assert.deepEqual(draft.asOf, { year: 2023, month: 1, day: 26 });
    assert.equal(draft.asOfOrigin, 'directive');
    assert.equal(draft.prose.text.trim(), 'Text.');
  }
});

/** Language, comment with «@» for the directive. */
const COMMENTS: readonly [string, string][] = [
  ['markdown', '<!-- @ -->'],
  ['html', '<!-- @ -->'],
  ['plaintext', '<!-- @ -->'],
  ['mdx', '{/* @ */}'],
  ['latex', '% @'],
  ['asciidoc', '// @'],
  ['restructuredtext', '.. @'],
];
for (const [language, comment] of COMMENTS) {
  test(`directives in ${language}`, () => {
    const directive = 'factlint-disable-next-line percent-mismatch, date-mismatch: as he said it';
    const text = `One 34%.\n\n${comment.replace('@', directive)}\n\nTwo 34%.\nThree 34%.\n`;
    const draft = read(text, language);
    assert.ok(!draft.prose.text.includes('factlint'));
    assert.ok(draft.prose.text.includes('Two 34'));
    const [found] = draft.directives;
    assert.equal(found?.kind, 'disable-next-line');
    assert.equal(textOf(text, found.span), comment.replace('@', directive));
    assert.deepEqual(
      found.codes.map(({ code }) => code),
      ['percent-mismatch', 'date-mismatch'],
    );
    assert.deepEqual(
      found.codes.map(({ span }) => textOf(text, span)),
      ['percent-mismatch', 'date-mismatch'],
    );
    assert.equal(found.reason, 'as he said it');
    assert.equal(textOf(text, found.scope!), 'Two 34%.');
  });
}

test('the scopes of directives', () => {
  const text =
    'a <!-- factlint-disable-line --> b\n\n<!-- factlint-disable x, y -->\n\nc\n\n<!-- factlint-enable x -->\n\nd\n\n<!-- factlint-enable -->\n\ne\n\n<!-- factlint-disable -->\n\nf';
  const scopes = read(text).directives.map(({ kind, codes, scope }) => [
    kind,
    codes.map(({ code }) => code).join(),
    scope &&
      textOf(text, scope)
        .replace(/<!--[^>]*-->/g, '#')
        .replace(/\s+/g, ' ')
        .trim(),
  ]);
  assert.deepEqual(scopes, [
    ['disable-line', '', 'a # b'],
    ['disable', 'y', 'c # d'],
    ['disable', 'x', 'c'],
    ['enable', 'x', undefined],
    ['enable', '', undefined],
    ['disable', '', 'f'],
  ]);
});

test('a directive in code is none', () => {
  assert.deepEqual(read('```\n<!-- factlint-disable -->\n```\n\n`<!-- factlint-disable -->`').directives, []);
});
