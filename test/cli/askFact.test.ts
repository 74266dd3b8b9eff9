import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { setImmediate as breath } from 'node:timers/promises';
import { openPrompts } from '../../server/src/cli/prompts.ts';
import { runCli } from './runCli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'factlint-'));
after(() => rmSync(folder, { recursive: true }));

/** `factlint facts add` with somebody at a terminal who types these lines, then ends the input. */
async function typed(args: string, ...lines: readonly string[]) {
  const work = mkdtempSync(path.join(folder, 'desk-'));
  cpSync('test/cli/cases/facts-add/input', work, { recursive: true });
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = '';
  output.on('data', (chunk) => {
    shown += chunk;
  });
  const prompts = async () => {
    const opened = openPrompts(input, output);
    // Piece by piece, as keys come: a Tab amid other text is pasted text to readline.
    for (const key of lines.flatMap((line) => [...line.split(/(?=\t)/), '\r'])) {
      input.write(key);
      await breath();
    }
    input.end();
    return opened;
  };
  const before = readFileSync(path.join(work, 'desk.facts.json'), 'utf8');
  const run = await runCli(`facts add ${args}`.trim().split(' '), work, undefined, prompts);
  const text = readFileSync(path.join(work, 'desk.facts.json'), 'utf8');
  return { ...run, shown, text, isSame: text === before };
}

test('it asks for all, says what is wrong with an answer, and writes what was agreed to', async () => {
  const { stdout, shown, text } = await typed(
    '',
    ...['nisan', 'n', 'Nissan'],
    ...['market-shar', 'n', 'market-share'],
    ...['some time', 'FY2022', '12 cars', '12.5%'],
    ...['Annual report', 'Nissan Motor', 'example.com', 'https://example.com/a', '2023-06-30'],
    ...['', 'y'],
  );
  assert.match(shown, /“nisan” is not known; did you mean “[Nn]issan”\?/);
  assert.match(shown, /“market-shar” is none of the relations; did you mean “market-share”\?/);
  assert.match(shown, /read as: percent 12\.5%/);
  assert.match(shown, /“some time” is no period/);
  assert.match(shown, /An address begins with https/);
  assert.equal(stdout, 'Added nissan-market-share-fy2022 to desk.facts.json\n');
  const { facts, sources } = JSON.parse(text);
  assert.deepEqual(facts.at(-1), {
    id: 'nissan-market-share-fy2022',
    subject: 'nissan',
    relation: 'market-share',
    period: 'FY2022',
    value: '12.5%',
    source: 'nissan-motor-2023-06-30',
  });
  assert.equal(sources['nissan-motor-2023-06-30'].url, 'https://example.com/a');
});

test('it asks only for what is missing, and takes a new entity', async () => {
  const { shown, ...added } = await typed(
    '--subject renault --relation stake',
    ...['Alpine Cars', 'y', 'company', ''],
    ...['', '40%', '2023-01-30', 'nissan-2023', '', 'y'],
  );
  assert.doesNotMatch(shown, /Whom is it about/);
  const { facts, entities } = JSON.parse(added.text);
  assert.deepEqual(entities['alpine-cars'], { type: 'company', name: 'Alpine Cars', source: 'nissan-2023' });
  assert.deepEqual(facts.at(-1).values, [{ value: '40%', from: '2023-01-30', source: 'nissan-2023' }]);
});

const LEFT: readonly (readonly [name: string, lines: readonly string[], word: RegExp])[] = [
  ['who says no', ['nissan', 'employees', '', '1,200', '', '', '', 'n'], /Nothing was written\.$/m],
  ['who ends the input', ['nissan', 'employees'], /Nothing was written\.$/m],
  ['a duplicate, as soon as it shows', ['nissan', 'founded', ''], /There is a fact “nissan-founded” already/],
];
for (const [name, lines, word] of LEFT) {
  test(`${name} leaves the file as it is`, async () => {
    const { exitCode, stderr, isSame } = await typed('', ...lines);
    assert.match(stderr, word);
    assert.deepEqual([exitCode, isSame], [2, true]);
  });
}

test('Tab completes a name', () => {
  const input = new PassThrough();
  const prompts = openPrompts(input, new PassThrough());
  const answer = prompts.ask({ label: 'Name', choices: ['Renault', 'Nissan'] });
  for (const key of ['ren', '\t', '\r']) input.write(key);
  return answer.then((it) => assert.equal(it, 'Renault')).finally(() => prompts.close());
});
