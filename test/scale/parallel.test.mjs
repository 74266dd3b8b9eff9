// What docs/scale.md promises, on machines of our own: GNU parallel spreads a stream over worker hosts by SSH, one of them
// dies in the middle of it, and every document is answered once, as one process would have answered it.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startHosts, whyNoHosts } from './hosts.mjs';

const cli = path.resolve('dist/cli.js');
const folder = mkdtempSync(path.join(tmpdir(), 'factlint-scale-'));
const drafts = path.join(folder, 'articles.jsonl');
const DOCUMENTS = 1500;
const CHECK = `${process.execPath} ${cli} check --jsonl-in --as-of 2023-01-26`;

const missing = whyNoHosts();
if (missing !== undefined) console.log(`The scale test cannot run here: ${missing}.`);
let fleet;

before(async () => {
  writeFileSync(drafts, Array.from({ length: DOCUMENTS }, (_, index) => lineOf(index)).join(''));
  if (missing === undefined) fleet = await startHosts(3, folder);
});
after(() => {
  fleet?.stop();
  rmSync(folder, { recursive: true });
});

/** A document in ten has an error, one in a hundred is no document at all. */
function lineOf(index) {
  if (index % 100 === 99) return `{"id":${index},"text":\n`;
  const stake = index % 10 === 0 ? '34%' : '43%';
  const text = `Article ${index}. On Thursday, January 26, 2023, Renault said that it held ${stake} of Nissan.\n`;
  return `${JSON.stringify({ id: index, text: text.repeat(3) })}\n`;
}

/** GNU parallel as in docs/scale.md, with the hosts' own SSH settings; resolves to what it printed. */
function spread(hosts) {
  const args = ['--will-cite', '--pipe', '--block', '40k', '--keep-order', '--retries', '5'];
  const logins = ['--ssh', `ssh -F ${path.join(folder, 'ssh_config')}`, '--workdir', folder];
  for (const { address } of hosts) logins.push('--sshlogin', `1/${address}`);
  const child = spawn('parallel', [...args, ...logins, '--joblog', path.join(folder, 'jobs.log'), CHECK], {
    cwd: folder,
    env: { ...process.env, PARALLEL_HOME: folder },
  });
  createReadStream(drafts).pipe(child.stdin);
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ stdout, stderr, status }));
  });
}

/** Resolves once the host is at work on a part of the stream. */
async function isAtWork(host) {
  while (!host.runs('--jsonl-in')) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** A part's lines count from its own start. */
const records = (text) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { line: _, ...record } = JSON.parse(line);
      return record;
    });

test('a worker host dies in mid-run: nothing is lost, nothing comes twice', { skip: missing }, async () => {
  const alone = spawnSync('sh', ['-c', `${CHECK} < ${drafts}`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  assert.deepEqual([alone.status, alone.stderr], [0, '']);
  const expected = records(alone.stdout);
  assert.equal(expected.length, DOCUMENTS);
  assert.equal(expected.filter(({ findings }) => findings?.length > 0).length, DOCUMENTS / 10);
  assert.equal(expected.filter(({ error }) => error).length, DOCUMENTS / 100);

  const [first, second, third] = fleet.hosts;
  const spreading = spread([first, second, third]);
  await isAtWork(second);
  second.pullThePlug();
  const { stdout, status, stderr } = await spreading;
  assert.equal(status, 0, stderr);
  assert.deepEqual(records(stdout), expected);

  const log = readFileSync(path.join(folder, 'jobs.log'), 'utf8');
  for (const host of [first, third]) assert.ok(log.includes(host.address), `${host.address} had no part`);
});
