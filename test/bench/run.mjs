// `npm run bench -- [FOLDER] [--as-of DATE]`: speed and memory, beside peers from npm in the same run.
// `npm run bench -- --draw [--names N] [--bytes N]`: the curves of docs/performance.md, up to so many names and so long a document.
// `npm run bench -- --false-alarms FOLDER --as-of DATE`: what is flagged in copy that has nothing to do with the facts.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundledNames, joinUpTo, makeArticles, readFolder, toCurly, toMarkdown, wordsOf } from './corpus.mjs';
import { printTable, short } from './table.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    'false-alarms': { type: 'string' },
    draw: { type: 'boolean' },
    names: { type: 'string' },
    bytes: { type: 'string' },
  },
});

if (!existsSync(join(HERE, 'node_modules'))) {
  spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
const { FACTS, READERS, ROOT, SUBJECTS } = await import('./subjects.mjs');
if (!existsSync(join(ROOT, 'dist', 'cli.js'))) throw new Error('Run “npm run build” first.');

const folder = mkdtempSync(join(tmpdir(), 'factlint-bench-'));
try {
  if (options['false-alarms']) {
    const { printFalseAlarms } = await import('./falseAlarms.mjs');
    printFalseAlarms(resolve(options['false-alarms']), options['as-of']);
  } else if (options.draw) await draw();
  else await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function save(name, value) {
  const path = join(folder, name);
  writeFileSync(path, typeof value === 'string' && name.endsWith('.txt') ? value : JSON.stringify(value));
  return path;
}

/** One measure in a process of its own. */
function measure(task) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(HERE, 'measure.mjs'), JSON.stringify(task)],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
  if (status !== 0) throw new Error(`${task.subject}: ${stderr}`);
  return JSON.parse(stdout);
}

async function draw() {
  const { growth } = await import('./growth.mjs');
  const articles = makeArticles(1500, bundledNames(FACTS));
  const [mostNames, mostBytes] = [Number(options.names ?? 1_000_000), Number(options.bytes ?? 50_000_000)];
  await growth({ articles, save, measure, mostNames, mostBytes });
}

async function bench() {
  const names = bundledNames(FACTS);
  const articles = makeArticles(1500, names);
  const own = positionals[0] === undefined ? undefined : readFolder(resolve(positionals[0]));
  const asOf = readDay(options['as-of'] ?? '2023-01-26');
  const corpora = {
    generated: articles,
    'generated, curly quotes': articles.map(toCurly),
    ...(own && { [positionals[0]]: own, [`${positionals[0]}, curly quotes`]: own.map(toCurly) }),
  };
  const texts = Object.entries(corpora).map(([name, list], index) => ({
    name,
    list,
    path: save(`${index}.json`, list),
  }));
  console.log(
    `Node ${process.version}; medians; MB/s by the clock (cpu: by processor time, which holds on a busy machine)\n`,
  );
  throughput(texts, asOf);
  const article = wordsOf(own ?? articles, 2000);
  checks(article, articles, asOf);
  const generated = writeDrafts(makeArticles(10_000, names, 7));
  const { printActivation, printServers } = await import('./lspTables.mjs');
  await printServers({ article, folder, drafts: generated.path });
  await printActivation();
  const { printPrograms } = await import('./programTables.mjs');
  printPrograms({
    article: save('article.txt', article),
    generated,
    own: own && { path: resolve(positionals[0]), texts: own },
    peers: READERS.slice(1),
    asOf: options['as-of'] ?? '2023-01-26',
    folder,
    save,
  });
}

function throughput(texts, asOf) {
  for (const { name, list, path } of texts) {
    const bytes = list.reduce((sum, text) => sum + text.length, 0);
    const rows = READERS.map((subject) => {
      const { mbps, mbpsCpu, share, found, peakMb } = measure({ subject, texts: path, asOf });
      return [
        subject,
        short(mbps),
        short(mbpsCpu),
        short(share),
        found,
        short(peakMb),
        SUBJECTS[subject].does,
      ];
    });
    const [[, , ours]] = rows;
    const title = `Throughput in process, one thread: ${name} (${list.length} texts, ${short(bytes / 1e6)} M characters)`;
    printTable(
      title,
      ['subject', 'MB/s', 'cpu MB/s', 'ratio', 'share read', 'found', 'peak MB', 'does'],
      rows.map(([subject, mbps, cpu, ...rest]) => [
        subject,
        mbps,
        cpu,
        short(Number(ours) / Number(cpu)),
        ...rest,
      ]),
    );
  }
}

function checks(article, articles, asOf) {
  const plain = { '100 KB': joinUpTo(articles, 100_000), '1 MB': joinUpTo(articles, 1_000_000) };
  const documents = {};
  for (const [size, text] of Object.entries(plain)) {
    documents[size] = { path: save(`${size}.json`, text), language: 'plaintext' };
    documents[`${size} Markdown`] = { path: save(`${size}-md.json`, toMarkdown(text)), language: 'markdown' };
  }
  const path = save('article.json', article);
  const rows = READERS.map((subject) => {
    const some =
      subject === 'factlint' ? documents : { '100 KB': documents['100 KB'], '1 MB': documents['1 MB'] };
    const it = measure({ subject, article: path, documents: some, asOf });
    const ratio = (kind) => (it[`1 MB${kind}`] ? short(it[`1 MB${kind}`].cpu / it[`100 KB${kind}`].cpu) : '');
    const { p50, p95, cpu } = it.article;
    return [
      subject,
      short(p50),
      short(p95),
      short(cpu),
      short(it['1 MB'].ms),
      ratio(''),
      short(it['1 MB Markdown']?.ms),
      ratio(' Markdown'),
    ];
  });
  printTable(
    'One document, warm, in ms; growth is the time of 1 MB by that of 100 KB',
    ['subject', '2,000 words p50', 'p95', 'cpu', '1 MB', 'growth', '1 MB Markdown', 'growth'],
    rows,
  );
}

function writeDrafts(list) {
  const path = join(folder, 'drafts');
  for (const [index, text] of list.entries()) {
    const part = join(path, String(Math.floor(index / 500)));
    mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${index}.txt`), text);
  }
  return { path, texts: list };
}

function readDay(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return { year, month, day };
}
