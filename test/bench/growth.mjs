// `--draw`: how time grows with the length of a document and with the number of names; printed, and drawn into docs/images.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinUpTo, makeArticles, toMarkdown } from './corpus.mjs';
import { drawCurves } from './draw.mjs';
import { madeUpFacts, ROOT } from './subjects.mjs';
import { printTable, short } from './table.mjs';

const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 50_000_000];
const COUNTS = [100, 1000, 10_000, 100_000, 1_000_000];
/** Beyond these a peer takes minutes. */
const LONGEST = { 'wink-nlp': 3_000_000, 'chrono-node': 1_000_000 };

export async function growth({ articles, save, measure, mostNames, mostBytes }) {
  bySize({ articles, save, measure, mostBytes });
  byNames({ save, measure, mostNames });
}

function bySize({ articles, save, measure, mostBytes }) {
  const sizes = SIZES.filter((size) => size <= mostBytes);
  const paths = sizes.map((size) => {
    const text = joinUpTo(articles, size);
    return {
      size,
      plain: save(`size-${size}.json`, text),
      markdown: save(`size-${size}-md.json`, toMarkdown(text)),
    };
  });
  const timesOf = (subject, language, key, longest = mostBytes) =>
    paths
      .filter(({ size }) => size <= longest)
      .map((it) => {
        const { cpu } = measure({ subject, documents: { one: { path: it[key], language } } }).one;
        return [it.size, cpu];
      });
  const curves = [
    { name: 'factlint, plain text', points: timesOf('factlint', 'plaintext', 'plain') },
    { name: 'factlint, Markdown', points: timesOf('factlint', 'markdown', 'markdown') },
    ...Object.entries(LONGEST).map(([name, longest]) => ({
      name,
      points: timesOf(name, 'plaintext', 'plain', longest),
    })),
  ];
  show('growth-size', curves, {
    title: 'Time for one document, by its length',
    xLabel: 'characters',
    yLabel: 'ms of processor time',
  });
}

function byNames({ save, measure, mostNames }) {
  const counts = COUNTS.filter((count) => count <= mostNames);
  const found = { factlint: [], 'modern-ahocorasick': [] };
  const rows = [];
  for (const count of counts) {
    const { names } = madeUpFacts(count);
    const some = names.filter((_, index) => index % Math.ceil(count / 500) === 0);
    const texts = save(`names-${count}.json`, makeArticles(1000, some, 3));
    for (const subject of Object.keys(found)) {
      const { mbpsCpu, openMs, peakMb } = measure({ subject, texts, names: count });
      found[subject].push([count, mbpsCpu]);
      rows.push([subject, count.toLocaleString('en'), short(openMs), short(mbpsCpu), short(peakMb)]);
    }
  }
  printTable(
    'Names: ready from JSON, then searched for',
    ['subject', 'names', 'ms to load', 'MB/s', 'peak MB'],
    rows,
  );
  const curves = Object.entries(found).map(([name, points]) => ({ name, points }));
  show('growth-names', curves, {
    title: 'Throughput, by the number of names',
    xLabel: 'names',
    yLabel: 'MB/s (cpu)',
  });
}

function show(file, curves, words) {
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(([x]) => x)))].sort((a, b) => a - b);
  const rows = xs.map((x) => [
    x.toLocaleString('en'),
    ...curves.map(({ points }) => short(points.find(([at]) => at === x)?.[1])),
  ]);
  printTable(`${words.title} (${words.yLabel})`, [words.xLabel, ...curves.map(({ name }) => name)], rows);
  writeFileSync(join(ROOT, 'docs', 'images', `${file}.svg`), drawCurves({ ...words, curves }));
}
