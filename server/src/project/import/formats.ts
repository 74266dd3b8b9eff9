import { nameOf } from '../paths.ts';
import { delimiterOf } from './csv.ts';
import { importLei, type LeiRecord } from './gleif.ts';
import { LEI_HEADINGS, leiRowReader, readLeiJson } from './gleifRecords.ts';
import type { Imported, Rejected } from './imported.ts';
import { bytesOf, headOf, type ImportFile, textOf } from './importFile.ts';
import type { Known } from './known.ts';
import { isSpreadsheet } from './readTable.ts';
import { csvRecords, jsonRecords, type Streamed } from './records.ts';
import { importTickers } from './sec.ts';
import { importCompanyFacts } from './secFacts.ts';
import { importItems } from './wikidata.ts';
import { type Item, readItems } from './wikidataItems.ts';
import { readCspellWords, readValeVocabulary, readWordRules, type Words } from './wordLists.ts';
import { importWords } from './wordNames.ts';

/** A kind of file that can be imported. */
export interface Format {
  /** For `--format`. */
  readonly name: string;
  /** What it is, for a person. */
  readonly title: string;
  /** By the file's name and its first characters; the first format that says yes has it. */
  recognizes(name: string, head: string): boolean;
  /** Reads files of this format together. Undefined for spreadsheets, which need a mapping. */
  read?(files: readonly ImportFile[], known: Known): Iterable<Imported> | AsyncIterable<Imported>;
}

/** Every format, those that are told by the surest signs first. */
export const FORMATS: readonly Format[] = [
  {
    name: 'gleif',
    title: 'GLEIF level-1 data (CSV or JSON)',
    recognizes: (name, head) =>
      isLeiCsv(head) || (/^\s*\{/.test(head) && /"(?:LEI|lei)"\s*:/.test(head) && !name.endsWith('.csv')),
    read: readLei,
  },
  {
    name: 'sec-tickers',
    title: 'SEC company_tickers.json',
    recognizes: (_, head) => /"cik_str"\s*:/.test(head) || /^\s*\{\s*"fields"\s*:\s*\[\s*"cik"/.test(head),
    read: (files, known) => eachJson(files, (json) => importTickers(json, known)),
  },
  {
    name: 'sec-facts',
    title: 'SEC company facts (JSON)',
    recognizes: (_, head) => /^\s*\{/.test(head) && /"entityName"\s*:/.test(head) && /"facts"\s*:/.test(head),
    read: (files, known) => eachJson(files, (json) => importCompanyFacts(json, known)),
  },
  {
    name: 'wikidata',
    title: 'Wikidata entities (JSON)',
    recognizes: (_, head) =>
      /^\s*[[{]/.test(head) &&
      /"(?:id|title)"\s*:\s*"Q\d+"/.test(head) &&
      /"(?:labels|claims)"\s*:/.test(head),
    read: readWikidata,
  },
  {
    name: 'words',
    title: 'word list of cspell, Vale or prh',
    recognizes: (name) => /\.(?:txt|ya?ml|dic)$|cspell[^/]*\.jsonc?$/i.test(name),
    read: readWordLists,
  },
  { name: 'table', title: 'spreadsheet (.csv, .tsv, .xlsx)', recognizes: (name) => isSpreadsheet(name) },
];

/** The format of a file; undefined where it is none of them. */
export function formatOf(file: ImportFile): Format | undefined {
  const head = headOf(file);
  const name = nameOf(file.path).toLowerCase();
  return FORMATS.find((it) => it.recognizes(name, head));
}

function isLeiCsv(head: string): boolean {
  const first = head.slice(0, head.search(/[\r\n]|$/)).replace(/^\ufeff/, '');
  const headings = first.split(delimiterOf(first)).map((it) => it.replaceAll('"', '').trim());
  return LEI_HEADINGS.every((it) => headings.includes(it));
}

async function* readLei(files: readonly ImportFile[], known: Known): AsyncGenerator<Imported> {
  const importer = importLei(known);
  for (const file of files) {
    for await (const it of leiRecords(file)) {
      if (it.kind !== 'record') yield it;
      else for (const found of importer.take(it.record, it.line)) yield placed(found, it.place);
    }
  }
  yield* importer.end();
}

/** Where it stands in a file that has no lines to speak of. */
function placed(it: Imported, place: string | undefined): Imported {
  if (it.kind !== 'rejected' || place === undefined) return it;
  const { line: _, ...rest } = it;
  return { ...rest, place };
}

interface LeiAt {
  readonly kind: 'record';
  readonly record: LeiRecord;
  readonly line: number;
  readonly place?: string;
}

async function* leiRecords(file: ImportFile): AsyncGenerator<LeiAt | Rejected> {
  const head = headOf(file);
  if (!isLeiCsv(head)) {
    // The file itself, or an answer of the API with many records or with one.
    for (const it of jsonRecords(file.chunks(), ['$.records.*', '$.data.*', '$.data'])) yield* leiJson(it);
    return;
  }
  let read: ((cells: readonly string[]) => LeiRecord) | undefined;
  let columns = 0;
  let short: Rejected | undefined;
  const { chunks, endsInLine } = watchEnd(file);
  for await (const it of csvRecords(chunks, delimiterOf(head))) {
    if (short) yield short;
    short = undefined;
    if (it.kind !== 'record') yield it;
    else if (!read) {
      read = leiRowReader(it.record);
      columns = it.record.length;
    } else if (it.record.length < columns) {
      const message = `The row has ${it.record.length} cells of ${columns}: it is cut short.`;
      short = { kind: 'rejected', line: it.line, message };
    } else yield { kind: 'record', record: read(it.record), line: it.line };
  }
  // A last row that is short and has no line break behind it is where a download broke off.
  if (short) yield endsInLine() ? { ...short, lost: 'rest' } : short;
}

function watchEnd(file: ImportFile): { readonly chunks: Iterable<Uint8Array>; endsInLine(): boolean } {
  let last = 0x0a;
  function* chunks(): Generator<Uint8Array> {
    for (const chunk of file.chunks()) {
      last = chunk.at(-1) ?? last;
      yield chunk;
    }
  }
  return { chunks: chunks(), endsInLine: () => last !== 0x0a };
}

function* leiJson(it: Streamed<unknown> | Rejected): Generator<LeiAt | Rejected> {
  if (it.kind === 'rejected') {
    yield it;
    return;
  }
  const record = readLeiJson(it.record);
  if (record) yield { ...it, record, place: `record ${it.line}` };
  else if (!Array.isArray(it.record)) {
    yield {
      kind: 'rejected' as const,
      place: `record ${it.line}`,
      message: 'It is no record of a legal entity.',
    };
  }
}

function* eachJson(
  files: readonly ImportFile[],
  read: (json: unknown) => Iterable<Imported>,
): Generator<Imported> {
  for (const file of files) {
    const text = textOf(file);
    if ('problem' in text) {
      yield { kind: 'rejected', message: `It cannot be read: ${text.problem}.`, lost: 'all' };
      continue;
    }
    let json: unknown;
    try {
      json = JSON.parse(text.text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The file is no whole JSON: the download may have broken off (${reason}).`;
      yield { kind: 'rejected', message, lost: 'all' };
      continue;
    }
    yield* read(json);
  }
}

function* readWikidata(files: readonly ImportFile[], known: Known): Generator<Imported> {
  const items = new Map<string, Item>();
  for (const file of files) {
    const text = textOf(file);
    if ('problem' in text) {
      yield {
        kind: 'rejected',
        message: `${nameOf(file.path)} cannot be read: ${text.problem}.`,
        lost: 'all',
      };
      continue;
    }
    for (const it of readItems(text.text)) {
      if ('kind' in it) yield { ...it, place: nameOf(file.path) };
      else items.set(it.id, it);
    }
  }
  yield* importItems([...items.values()], known);
}

function* readWordLists(files: readonly ImportFile[], known: Known): Generator<Imported> {
  for (const file of files) {
    const title = nameOf(file.path);
    const text = textOf({ ...file, chunks: () => [bytesOf(file)] });
    if ('text' in text) yield* importWords(wordsIn(title, text.text), known, title);
    else yield { kind: 'rejected', message: `It cannot be read: ${text.problem}.`, lost: 'all' };
  }
}

function wordsIn(name: string, text: string): Words {
  if (/\.(?:ya?ml|jsonc?)$/i.test(name)) return readWordRules(text);
  if (/^(?:accept|reject)\.txt$/i.test(name)) return readValeVocabulary(text, /^reject/i.test(name));
  return readCspellWords(text);
}
