import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORMATTERS } from '../../server/src/cli/formatters/index.ts';
import { findingOn, format, resultOf } from './results.ts';

const TEXT = 'The alliance\n\n\tRenault owns 34% of Nissan.\n';
const plain = resultOf('drafts/a.md', TEXT, [findingOn(TEXT, '34%', '43%')]);
const clean = resultOf('drafts/b.md', 'All is well.', []);
const EVIL = '<img src=x onerror=alert(1)>\n::error::x%0A|`"\'&\u001b[31m\ud800';
const evilText = `x ${EVIL} y`;
const evil = resultOf(`drafts/${EVIL}.md`, evilText, [
  findingOn(evilText, EVIL, EVIL, {
    message: EVIL,
    evidence: {
      ...plain.findings[0]!.evidence!,
      source: { id: 'x', title: EVIL, publisher: EVIL, published: null, url: `javascript:${EVIL}` },
    },
  }),
]);

test('pretty underlines the words and tells the message, the source and the fix', () => {
  assert.equal(
    format(FORMATTERS.pretty, [plain, clean]),
    `drafts/a.md (as of 2023-01-26)
  3:15 warning percent-mismatch
    34% should be 43% (Nissan Motor, 30 Jan 2023).
    │ Renault owns 34% of Nissan.
    │              ^^^
    source: Statement on the alliance, Nissan Motor, 2023-01-30
            https://example.com/alliance?a=1&b=2
    fix: Change to 43%

2 files: 1 warning (1 can be fixed with --fix)
Claims: 2 supported, 1 refuted, 4 without facts.
`,
  );
});

test('pretty never lets a draft write to the terminal', () => {
  const printed = format(FORMATTERS.pretty, [evil]);
  assert.doesNotMatch(printed, /\u001b/);
});

test('pretty colours only where it is told to', () => {
  assert.match(format(FORMATTERS.pretty, [plain], [], { colours: true }), /\u001b\[33mwarning\u001b\[39m/);
});

test('json is the contract', () => {
  const printed = JSON.parse(format(FORMATTERS.json, [plain, clean], [{ path: 'x', message: 'No.' }]));
  assert.deepEqual(Object.keys(printed), ['version', 'tool', 'files', 'problems', 'summary']);
  assert.deepEqual(printed.tool, { name: 'factlint', version: '1.2.3' });
  assert.deepEqual(printed.summary, { files: 2, errors: 0, warnings: 1, infos: 0 });
  assert.deepEqual(printed.problems, [{ path: 'x', message: 'No.' }]);
  const [file] = printed.files;
  assert.deepEqual(Object.keys(file), ['path', 'asOf', 'findings', 'verdicts', 'claims']);
  assert.deepEqual(file.findings[0].start, { line: 2, character: 14, offset: 28 });
  assert.equal(file.findings[0].evidence.source.publisher, 'Nissan Motor');
  assert.deepEqual(file.claims[1].verdict, 'refuted');
});

test('jsonl gives an object a line', () => {
  const lines = format(FORMATTERS.jsonl, [plain, clean, evil]).trimEnd().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).path),
    ['drafts/a.md', 'drafts/b.md', `drafts/${EVIL}.md`],
  );
});

test('github escapes what would end a line or a property', () => {
  const lines = format(FORMATTERS.github, [plain, evil]).trimEnd().split('\n');
  assert.equal(
    lines[0],
    '::warning file=drafts/a.md,line=3,endLine=3,col=15,endColumn=18,title=factlint percent-mismatch::' +
      '34%25 should be 43%25 (Nissan Motor, 30 Jan 2023).%0AChange to 43%25',
  );
  assert.equal(lines.length, 2);
  assert.match(lines[1]!, /^::warning file=drafts\/<img src=x onerror=alert\(1\)>%0A%3A%3Aerror%3A%3Ax%250A/);
});

test('html holds no markup of a draft and no script of a source', () => {
  const page = format(FORMATTERS.html, [plain, evil], [{ path: EVIL, message: EVIL }]);
  assert.doesNotMatch(page, /<img|<script|javascript:|\ud800/);
  assert.match(
    page,
    /Renault owns <a id="file-1-1-mark"[^>]*><mark class="refuted">34%<sup>1<\/sup><\/mark><\/a> of/,
  );
  assert.match(page, /href="https:\/\/example.com\/alliance\?a=1&amp;b=2"/);
  assert.doesNotMatch(page, /<(?:link|img|iframe)|src=(?!x)|url\(/);
});

test('junit fails a case for each warning and holds only what XML allows', () => {
  const xml = format(FORMATTERS.junit, [plain, clean, evil], [{ path: 'x.md', message: 'No.' }]);
  assert.match(xml, /<testsuite name="drafts\/a.md" tests="1" failures="1" errors="0">/);
  assert.match(xml, /<testcase name="drafts\/b.md" classname="factlint"\/>/);
  assert.match(xml, /<error message="No."\/>/);
  assert.doesNotMatch(xml, /\u001b|\ud800|<img/);
});

test('markdown keeps a draft’s markup and bars from counting', () => {
  const report = format(FORMATTERS.markdown, [plain, evil]);
  assert.match(report, /\| 3 \| `34%` \| \*\*warning\*\* 34% should be 43%/);
  const rows = report.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) assert.ok([6, 8].includes(row.split(/(?<!\\)\|/).length - 1), row);
  const withoutCode = report.replace(/(`+) .*? \1/g, '');
  assert.doesNotMatch(withoutCode, /[^\\]<img|\(javascript/);
});

test('suppressed findings are left out', () => {
  const suppressed = {
    ...plain,
    findings: plain.findings.map((it) => ({ ...it, suppressed: { by: 'baseline' } as const })),
  };
  assert.match(
    format(FORMATTERS.pretty, [suppressed]),
    /^1 file: nothing to mend \(1 accepted or in the baseline\)/,
  );
  assert.equal(JSON.parse(format(FORMATTERS.json, [suppressed])).files[0].findings.length, 0);
});
