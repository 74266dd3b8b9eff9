import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { read } from './read.ts';

const LANGUAGES = ['plaintext', 'markdown', 'html', 'mdx', 'asciidoc', 'restructuredtext', 'latex'];

const piece = fc.constantFrom(
  'Hayase',
  ' Motor',
  ' 43%',
  '\n',
  '\r\n',
  '\n\n',
  '**',
  '_',
  '`',
  '~~',
  '[',
  '](x)',
  '![',
  '# ',
  '> ',
  '- ',
  '1. ',
  '| ',
  '|---|---|\n',
  '<p>',
  '</p>',
  '<b>',
  '<code>',
  '</code>',
  '<blockquote>',
  '<table><tr><td>',
  '<td rowspan=2>',
  '<br>',
  '<!-- ',
  '-->',
  '<script>',
  '\u00A0',
  '\u00AD',
  '\u200B',
  '😀',
  '\uD83D',
  '\0',
  '“',
  '”',
  '\\',
  '{',
  '}',
  '$',
  '%',
  '```\n',
  '---\n',
  'date: 2023\n',
  '\\emph{',
  '.. ',
  '\\section{',
  '\\begin{quote}',
  '== ',
  '|===\n',
  '::',
  ':a: b\n',
  '    ',
  '\t',
  '[^1]',
  '[^1]: ',
  'http://a.b ',
  '\\item ',
  '~',
  '&',
);
const source = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

for (const language of LANGUAGES) {
  test(`${language}: blocks stand in order, and every word leads back to its own letters`, () => {
    fc.assert(
      fc.property(source, (text) => {
        const { prose } = read(text, language);
        let end = -1;
        for (const { span } of prose.blocks) {
          assert.ok(end < span.start && span.start < span.end && span.end <= prose.text.length);
          if (end >= 0) assert.match(prose.text.slice(end, span.start), /\n/);
          end = span.end;
          for (const word of prose.text.slice(span.start, span.end).matchAll(/[A-Za-z\d%]+/g)) {
            const start = span.start + word.index;
            const back = prose.toSource({ start, end: start + word[0].length });
            const letters = text.slice(back.start, back.end).replace(/[^A-Za-z\d%]/g, '');
            assert.ok(letters.includes(word[0][0]!) && back.start < back.end && back.end <= text.length);
            assert.equal(text[back.start], word[0][0]);
            assert.equal(text[back.end - 1], word[0].at(-1));
            assert.equal(prose.fromSource(back.start), start);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
}

test('any string can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...LANGUAGES), (text, language) => {
      const { prose } = read(text, language);
      for (const { span } of prose.blocks) {
        const back = prose.toSource(span);
        assert.ok(0 <= back.start && back.start < back.end && back.end <= text.length);
      }
    }),
  );
});

const HARD: readonly [string, string][] = [
  ['deep quotations', `${'>'.repeat(10_000)} hi`],
  ['deep lists', `${'- '.repeat(3000)}hi`],
  ['open brackets', '['.repeat(50_000)],
  ['links without an end', '[a]('.repeat(20_000)],
  ['closing stars', 'a* '.repeat(30_000)],
  ['open tags', '<div>'.repeat(20_000)],
  ['open comments', '<!-- '.repeat(20_000)],
  ['open tables', '<table><tr><td>'.repeat(5000)],
  ['entities', '&amp;'.repeat(20_000)],
  ['braces', '{'.repeat(50_000)],
  ['backslashes', '\\begin{a}'.repeat(10_000)],
  ['backticks', '` '.repeat(20_000)],
  ['spaces', ' '.repeat(100_000)],
  ['blank lines', '\n'.repeat(100_000)],
  ['a long line', 'Hayase 43% '.repeat(50_000)],
  ['percent signs', '%'.repeat(100_000)],
  ['colons', ':'.repeat(50_000)],
];
for (const [name, text] of HARD) {
  test(`${name} are read in every language`, () => {
    for (const language of LANGUAGES) assert.ok(read(text, language).prose.text.length <= text.length * 3);
  });
}
