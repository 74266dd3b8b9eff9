// Tables of whole processes: starts, folders, a stream.
import { coldStarts, copies, extensionLoad, folderRuns, streamRun } from './programs.mjs';
import { printTable, short } from './table.mjs';

/** `generated` and `own` are folders with their texts: `{ path, texts }`; `own` may be left out. */
export function printPrograms({ article, generated, own, peers, asOf, folder, save }) {
  const starts = coldStarts(article, folder, peers);
  printTable(
    'Cold start on one article, whole process',
    ['program', 'ms', 'cpu ms', 'peak MB'],
    starts.map(({ name, wall, cpu, peakMb }) => [name, short(wall), short(cpu), short(peakMb)]),
  );
  console.log(`Loading the extension's code: ${short(extensionLoad())} ms\n`);
  printFolder(`${generated.texts.length.toLocaleString('en')} generated articles`, generated, {
    asOf,
    folder,
  });
  const { path, texts } = own ?? generated;
  if (own) {
    printFolder(`${texts.length.toLocaleString('en')} files of ${path}`, own, { asOf, folder });
    const tenfold = Array.from({ length: 10 }, () => texts).flat();
    printFolder('ten copies of them', { path: copies(path, 10, folder), texts: tenfold }, { asOf, folder });
  }
  const lines = texts.map((text, id) => `${JSON.stringify({ id, text })}\n`);
  const { wall, cpu, peakMb } = streamRun(save('stream.txt', lines.join('')), folder, asOf);
  const hours = (cpu / texts.length) * (1e8 / 3_600_000);
  console.log(
    `The same as a stream (--jsonl-in): ${short(wall / 1000)} s, ${short(cpu / 1000)} s cpu, ${short(peakMb)} MB; ` +
      `100 million such articles: ${short(hours)} core-hours\n`,
  );
}

function printFolder(name, { path, texts }, { asOf, folder }) {
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const runs = folderRuns(path, folder, asOf);
  printTable(
    `Folder: ${name} (${short(megabytes)} MB), whole process`,
    ['threads', 's', 'times as fast', 'cpu s', 'MB/s', 'peak MB'],
    runs.map(({ jobs, wall, cpu, peakMb }) => [
      jobs,
      short(wall / 1000),
      short(runs[0].wall / wall),
      short(cpu / 1000),
      short(megabytes / (wall / 1000)),
      short(peakMb),
    ]),
  );
}
