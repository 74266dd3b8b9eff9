import { didYouMean } from '../../facts/suggest.ts';
import { type FactsText, readLayers } from '../../project/factsLayers.ts';
import type { Format } from '../../project/import/formats.ts';
import type { ImportRequest } from '../../project/import/importers.ts';
import type { ImportFile } from '../../project/import/importFile.ts';
import type { FieldMap } from '../../project/import/sheet.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { openImportFile } from '../../project/nodeFiles.ts';
import { join, nameOf, shownPath, withSlashes } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import { decodeText } from '../../project/readText.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { type ImportReport, openImportReport } from '../importReport.ts';
import { type Outcome, writeImport } from '../importTarget.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given } from '../options.ts';
import { type ImportToSave, importToSave, savedImport, saveImport } from '../savedImport.ts';
import { openSession } from '../session.ts';

/** `factlint facts import`: facts from spreadsheets, registers and word lists. */
export const factsImportCommand: Command = {
  usage: 'facts import FILE…',
  description: 'bring in a spreadsheet, a register or a word list',
  details: [
    'Reads spreadsheets (.csv, .tsv, .xlsx), Wikidata entities, SEC company tickers and company facts, GLEIF',
    'level-1 data (CSV or JSON) and word lists of cspell, Vale and prh, and writes what they hold into a facts',
    'file, whose comments and layout stay. What cannot be read is told at its place; the rest is taken.',
  ].join('\n'),
  options: {
    map: {
      type: 'string',
      multiple: true,
      value: 'MEMBER=COLUMN',
      description: 'which column gives which member: subject=Company, value=C; relation==stake for all rows',
    },
    sheet: { type: 'string', value: 'NAME', description: 'the sheet of a workbook (default: its first)' },
    'save-map': {
      type: 'boolean',
      description:
        'save file and mapping in factlint.json: the spreadsheet itself is read as facts from now on',
    },
    into: {
      type: 'string',
      value: 'FILE',
      description: 'the facts file to write to (default: FILE’s name with .facts.json; with --save-map none)',
    },
    update: { type: 'boolean', description: 'change entries that are there with another content' },
    overwrite: { type: 'boolean', description: 'write the facts file anew, whatever is in it' },
    'dry-run': { type: 'boolean', description: 'read and tell, but write nothing' },
    format: {
      type: 'string',
      value: 'NAME',
      description: 'table, wikidata, sec-tickers, sec-facts, gleif or words (default: as the file looks)',
    },
    ...FACTS_OPTIONS,
  },
  run: runImport,
};

/** All that one import is made of. */
interface Job {
  readonly given: Given;
  readonly io: Io;
  readonly project: Project;
  readonly texts: readonly FactsText[];
  readonly files: readonly ImportFile[];
  readonly format: Format;
}

function openJob(given: Given, io: Io): Job {
  if (given.positionals.length === 0)
    throw new UsageError('facts import needs a file: factlint facts import FILE.');
  const files = given.positionals.map((name) => openFile(name, io));
  const format = formatOf(files, given, io);
  const session = openSession(given, io, nodeFileSystem);
  const project = session.projects.projectOf(`${io.workingFolder}/.`, io.workingFolder);
  const { texts } = session.factsOf(project);
  return { given, io, project, texts, files, format };
}

function openFile(name: string, io: Io): ImportFile {
  const path = withSlashes(nodeFileSystem.resolve(name));
  const kind = nodeFileSystem.kindOf(path);
  const shown = shownPath(path, io.workingFolder);
  if (kind === undefined) throw new UsageError(`There is no file ${shown}.`);
  if (kind !== 'file') throw new UsageError(`${shown} is a folder: name the files in it.`);
  return openImportFile(path);
}

function formatOf(files: readonly ImportFile[], given: Given, io: Io): Format {
  const { formats, formatOf: recognize } = io.importers();
  const name = given.text('format');
  const names = formats.map((it) => it.name);
  const wanted = formats.find((it) => it.name === name);
  if (name !== undefined && !wanted) {
    throw new UsageError(
      `There is no format “${name}”${didYouMean(name, names) || `; there are ${names.join(', ')}.`}`,
    );
  }
  const found = files.map((file) => wanted ?? recognize(file));
  const [first] = found;
  const strange = files[found.findIndex((it) => it === undefined || it !== first)];
  if (first && !strange) return first;
  const shown = shownPath((strange ?? files[0]!).path, io.workingFolder);
  if (!first || found.includes(undefined)) {
    throw new UsageError(`${shown} is none of: ${formats.map(({ title }) => title).join('; ')}.`);
  }
  throw new UsageError(`${shown} is of another format than the file before it: import each by itself.`);
}

/** How the files are to be read; a mapping and a sheet are for spreadsheets, and may be saved. */
function readingOf({ given, project, files, format }: Job): Omit<ImportRequest, 'facts'> {
  const named = given.text('sheet');
  const saved = format.read ? undefined : savedImport(project, files[0]!.path, named);
  const map = readMap(given) ?? saved?.map;
  const sheet = named ?? saved?.sheet;
  if (!format.read && files.length > 1)
    throw new UsageError('Import one spreadsheet at a time: each has columns of its own.');
  const strange = ['map', 'sheet', 'save-map'].find((it) => given.has(it) || given.all(it).length > 0);
  if (format.read && strange !== undefined)
    throw new UsageError(`--${strange} is for spreadsheets; this is a ${format.title}.`);
  return { files, format, ...(sheet !== undefined && { sheet }), ...(map && { map }) };
}

function readMap(given: Given): FieldMap | undefined {
  const pairs = given.all('map').flatMap((it) => it.split(/,(?=[\w-]+=)/));
  if (pairs.length === 0) return undefined;
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at <= 0) throw new UsageError(`--map takes MEMBER=COLUMN, such as subject=Company, not “${pair}”.`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

async function runImport(given: Given, io: Io): Promise<ExitCode> {
  const job = openJob(given, io);
  const { files } = job;
  const reading = readingOf(job);
  const toSave = given.has('save-map') ? toSaveOf(job, reading) : undefined;
  const shown = files.map((it) => shownPath(it.path, io.workingFolder)).join(', ');
  const report = openImportReport(shown, io);
  const isOnlySaved = toSave !== undefined && given.text('into') === undefined;
  const outcome = isOnlySaved
    ? await readOnly(job, reading, report)
    : await importInto(targetPath(job), job, reading, report);
  await io.stdout.write(await report.summary());
  if (outcome === undefined) {
    await io.stderr.write(`factlint: Nothing was written: ${shown} cannot be read as a whole.\n`);
    return EXIT.failed;
  }
  await io.stdout.write(outcome);
  if (toSave) await io.stdout.write(saveImport(toSave, given.has('dry-run'), io));
  return report.errors() > 0 ? EXIT.found : EXIT.clean;
}

type Reading = ReturnType<typeof readingOf>;

function toSaveOf({ given, io, files }: Job, { sheet, map }: Reading): ImportToSave {
  const config = given.text('config');
  const path = config === undefined ? undefined : withSlashes(nodeFileSystem.resolve(config));
  const how = { ...(sheet !== undefined && { sheet }), ...(map && { map }) };
  return importToSave(files[0]!.path, how, path, io);
}

/** What the spreadsheet holds as it is: nothing of it is written into a facts file. */
async function readOnly({ io, texts, files }: Job, reading: Reading, report: ImportReport): Promise<Outcome> {
  const { facts } = readLayers(
    nodeFileSystem,
    texts.filter(({ path }) => path !== files[0]!.path),
  );
  let isLost = false;
  for await (const it of io.importers().read({ ...reading, facts })) {
    await report.take(it);
    isLost ||= it.kind === 'rejected' && it.lost !== undefined;
  }
  return isLost ? undefined : '';
}

async function importInto(path: string, job: Job, reading: Reading, report: ImportReport): Promise<Outcome> {
  const { given, io, project, files } = job;
  const read = new Set([path, ...files.map((it) => it.path)]);
  const target = {
    path,
    overwrite: given.has('overwrite'),
    update: given.has('update'),
    dryRun: given.has('dry-run'),
    maxFileSize: project.settings.maxFileSize,
    others: job.texts.filter((it) => !read.has(it.path)),
  };
  const own = target.overwrite ? [] : textsOf(path);
  const below = readLayers(nodeFileSystem, target.others).facts;
  const facts = own.length === 0 ? below : readLayers(nodeFileSystem, [...target.others, ...own]).facts;
  const importers = io.importers();
  const entries = importers.read({ ...reading, facts, target: { path, below } });
  return writeImport(entries, target, report, importers, io);
}

function targetPath({ given, io, files }: Job): string {
  const into = given.text('into');
  if (into !== undefined) return withSlashes(nodeFileSystem.resolve(into));
  const name = nameOf(files[0]!.path).replace(/\.[^.]+$/, '');
  return join(io.workingFolder, `${name}.facts.json`);
}

function textsOf(path: string): readonly FactsText[] {
  if (nodeFileSystem.kindOf(path) !== 'file') return [];
  const decoded = decodeText(nodeFileSystem.read(path));
  return 'text' in decoded ? [{ path, text: decoded.text }] : [];
}
