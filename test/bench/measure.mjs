// Measures one subject on one set of texts, in a process of its own: `node measure.mjs '{"subject": …, "texts": FILE, …}'` prints JSON.
import { readFileSync } from 'node:fs';
import peak from './peak.cjs';
import { madeUpFacts, SUBJECTS } from './subjects.mjs';

const { peakMb } = peak;

const task = JSON.parse(process.argv[2]);
const { subject, texts: file, passMs = 1200, article, documents = {}, asOf, names } = task;
const facts = names === undefined ? undefined : madeUpFacts(names);
const opening = performance.now();
const check = await SUBJECTS[subject].open({ asOf, ...(facts && { facts: facts.text, names: facts.names }) });
await check('One text, so that what is compiled late is there.');
const openMs = performance.now() - opening;

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const quantile = (list, share) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** Milliseconds by the clock and by the processor; the second one holds on a busy machine. */
async function time(work) {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / 1000 };
}

async function throughput(all) {
  const found = { count: 0 };
  const run = async (texts) => {
    found.count = 0;
    for (const text of texts) found.count += await check(text);
  };
  const some = all.filter((_, index) => index % Math.ceil(all.length / 200) === 0);
  await run(some);
  const { wall } = await time(() => run(some));
  // A slow subject reads every k-th text, so that no pass takes longer than planned.
  const step = Math.max(1, Math.ceil(((wall / some.length) * all.length) / passMs));
  const texts = all.filter((_, index) => index % step === 0);
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const passes = [];
  const least = step === 1 ? 5 : 3;
  const start = performance.now();
  while (passes.length < least || (passes.length < 12 && performance.now() - start < 2 * passMs))
    passes.push(await time(() => run(texts)));
  return {
    mbps: bytes / 1000 / median(passes.map((it) => it.wall)),
    mbpsCpu: bytes / 1000 / median(passes.map((it) => it.cpu)),
    share: texts.length / all.length,
    found: found.count,
  };
}

/** Checks of a whole text with one character put in at another place each time: no cache of texts helps. */
async function keystrokes(text, language) {
  const times = [];
  const start = performance.now();
  for (let index = 0; index < 300 && (index < 30 || performance.now() - start < 2500); index++) {
    const at = (index * 7919) % text.length;
    const edited = `${text.slice(0, at)}x${text.slice(at)}`;
    times.push(await time(() => check(edited, language)));
  }
  const warm = times.slice(Math.floor(times.length / 4));
  return {
    p50: quantile(
      warm.map((it) => it.wall),
      0.5,
    ),
    p95: quantile(
      warm.map((it) => it.wall),
      0.95,
    ),
    cpu: warm.reduce((sum, it) => sum + it.cpu, 0) / warm.length,
  };
}

const answer = { subject, openMs };
if (file) Object.assign(answer, await throughput(JSON.parse(readFileSync(file, 'utf8'))));
if (article) answer.article = await keystrokes(JSON.parse(readFileSync(article, 'utf8')));
for (const [name, { path, language }] of Object.entries(documents)) {
  const text = JSON.parse(readFileSync(path, 'utf8'));
  const times = [];
  const start = performance.now();
  while (times.length < 1 || (times.length < 5 && performance.now() - start < 3000))
    times.push(await time(() => check(text, language)));
  answer[name] = {
    bytes: text.length,
    ms: median(times.map((it) => it.wall)),
    cpu: median(times.map((it) => it.cpu)),
  };
}
answer.peakMb = peakMb();
console.log(JSON.stringify(answer));
