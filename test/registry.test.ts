import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { check, type Report } from '../server/src/checker.ts';
import type { Finding } from '../server/src/checks/check.ts';
import { checks } from '../server/src/checks/index.ts';
import { DIRECTIVE_CODE } from '../server/src/checks/silence.ts';
import { readFacts } from '../server/src/facts/readFacts.ts';
import { readIsoDate } from '../server/src/text/calendarDate.ts';
import { overlaps, type Span } from '../server/src/text/span.ts';

const ROOT = process.cwd();
const FACTS = path.join(ROOT, 'server/facts');
const PAGES = path.join(ROOT, 'docs/checks');

/** `{{words|kind}}` is right, `{{words|kind|instead}}` is wrong. */
const MARK = /\{\{([^{}|]+)\|([a-z]+)(?:\|([^{}]+))?\}\}/g;

const codes: readonly string[] = checks.map(({ code }) => code);
const { facts } = readFacts(
  readdirSync(FACTS).map((name) => ({ path: name, text: readFileSync(path.join(FACTS, name), 'utf8') })),
);

test('every code is there once, in order, and says what is wrong with what', () => {
  assert.deepEqual(codes, [...new Set(codes)].sort());
  for (const code of codes) assert.match(code, /^[a-z]+(-[a-z]+)+$/);
});

test('every page under docs/checks belongs to a check', () => {
  const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
  assert.deepEqual(pages.sort(), [...codes, DIRECTIVE_CODE].sort());
});

for (const { code, title, severity } of [
  ...checks,
  { code: DIRECTIVE_CODE, title: 'Directive silences nothing', severity: 'info' },
]) {
  const page = readFileSync(path.join(PAGES, `${code}.md`), 'utf8').replaceAll('\r\n', '\n');

  test(`${code} has a page that tells its title, severity, limits and rationale`, () => {
    assert.ok(page.startsWith(`# ${code}\n\n${title}. Severity: ${severity}.\n`));
    const heads = Array.from(page.matchAll(/^## (.+)$/gm), ([, head]) => head);
    assert.deepEqual(heads, ['What it flags', 'Example', 'Limits', 'Rationale']);
  });

  test(`${code} has a right and a wrong example`, () => {
    const wrong = examplesOf(page).map(({ marks }) => marks.some(isWrong));
    assert.ok(wrong.includes(true) && wrong.includes(false));
  });

  for (const example of examplesOf(page)) {
    test(`${code}: ${example.source.replaceAll('\n', ' ')}`, () => {
      const report = check({ path: 'example.md', text: example.text }, facts, { asOf: example.asOf });
      for (const mark of example.marks) {
        if (isWrong(mark)) assertFound(report, mark, code, example.text);
        else assertUnderstood(report, mark);
      }
      const wrong = example.marks.filter(isWrong);
      const others = report.findings.filter(({ span }) => !wrong.some((mark) => overlaps(mark.span, span)));
      assert.deepEqual(
        others.map(({ message }) => message),
        [],
        'nothing else is found',
      );
    });
  }
}

test('every check has a test file of its own', () => {
  const fileOf = (code: string) => code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const lacking = codes.filter((code) => !existsSync(path.join(ROOT, `test/checks/${fileOf(code)}.test.ts`)));
  assert.deepEqual(lacking, []);
});

interface Mark {
  readonly span: Span;
  readonly kind: string;
  /** What may stand there instead; undefined: it is right. */
  readonly accepted?: readonly string[];
}

interface Example {
  readonly source: string;
  readonly text: string;
  readonly asOf: { readonly year: number; readonly month: number; readonly day: number };
  readonly marks: readonly Mark[];
}

/** The marked sentences of a page's fenced block, one paragraph each, with the article's date in brackets before them. */
function examplesOf(page: string): readonly Example[] {
  const block = /^```text\n([\s\S]*?)\n```$/m.exec(page)?.[1] ?? '';
  return block.split('\n\n').map(readExample);
}

/** `[2023-01-26] Renault owns {{34%|percent|43%;43.4%}} of Nissan.` */
function readExample(source: string): Example {
  const [bracket, day] = /^\[(\d{4}-\d\d-\d\d)\] /.exec(source) ?? [];
  assert.ok(bracket && day, `“${source}” begins with no date`);
  const asOf = readIsoDate(day);
  assert.ok(asOf?.month && asOf.day);
  const marks: Mark[] = [];
  let text = '';
  let last = bracket.length;
  for (const { 0: whole, 1: words = '', 2: kind = '', 3: accepted, index } of source.matchAll(MARK)) {
    text += source.slice(last, index);
    const span = { start: text.length, end: text.length + words.length };
    const isError = accepted !== undefined || kind === 'directive';
    marks.push({ span, kind, ...(isError && { accepted: accepted?.split(';') ?? [] }) });
    text += words;
    last = index + whole.length;
  }
  text += source.slice(last);
  return { source, text, asOf: { year: asOf.year, month: asOf.month, day: asOf.day }, marks };
}

function isWrong({ accepted }: Mark): boolean {
  return accepted !== undefined;
}

function assertFound({ findings }: Report, { span, accepted = [] }: Mark, code: string, text: string): void {
  const found = findings.find((finding) => finding.code === code && overlaps(finding.span, span));
  assert.ok(
    found,
    `${code} is silent; found: ${findings.map((it) => `${it.code} ${it.message}`).join('; ')}`,
  );
  const offered = found.fixes.map((fix) => apply(fix, span, text));
  for (const words of accepted) assert.ok(offered.includes(words), `“${words}” is not among ${offered}`);
  if (accepted.length > 0) assert.equal(offered[0], accepted[0], 'the first fix');
}

/** What a fix leaves in a mark's place. */
function apply({ edits }: Finding['fixes'][number], { start, end }: Span, text: string): string {
  let words = text.slice(start, end);
  for (const edit of edits.toReversed()) {
    words =
      words.slice(0, edit.span.start - start) +
      edit.newText +
      words.slice(words.length - (end - edit.span.end));
  }
  return words;
}

/** A right statement is supported, not merely passed over. */
function assertUnderstood({ verdicts }: Report, { span }: Mark): void {
  const met = verdicts.filter(({ claim }) => overlaps(claim.span, span)).map(({ label }) => label);
  assert.ok(met.includes('supported'), `judged ${met.join(', ') || 'not at all'}`);
}
