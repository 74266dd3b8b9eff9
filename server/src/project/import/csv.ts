import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { decodeText } from '../readText.ts';
import { placesIn } from './csvPlaces.ts';
import type { Cell, Row, Table, TableProblem } from './table.ts';

/** How CSV is read: rows of any length, stray quotes as they stand, and a row that is broken costs that row. */
export const CSV_OPTIONS = {
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: 1_000_000,
  trim: true,
} as const satisfies Options;

/** What may stand between the cells. */
export type Delimiter = ',' | ';' | '\t';

/** Reads a table of text; without a delimiter, the one that its first line has most of. Never throws on what is in it. */
export function readCsv(bytes: Uint8Array, given?: Delimiter): Table {
  const decoded = decodeTable(bytes);
  if ('problem' in decoded) {
    return { rows: [], problems: [{ message: `It cannot be read: ${decoded.problem}.`, lost: 'all' }] };
  }
  const { text } = decoded;
  const delimiter = given ?? delimiterOf(text);
  const problems: TableProblem[] = [];
  const rows = parseRows(text, delimiter, problems);
  const cut = cutShort(rows, text);
  if (cut) {
    const message = 'The row is cut short: the file may be a download that broke off.';
    problems.push({ line: cut.line, message, lost: 'rest' });
  }
  return {
    rows: cut ? rows.slice(0, -1) : rows,
    problems,
    ...(delimiter === ';' && { decimalComma: true as const }),
    placeOf: placesIn(text, delimiter),
    text,
  };
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseRows(text: string, delimiter: Delimiter, problems: TableProblem[]): readonly Row[] {
  const onSkip = (error: CsvError | undefined) => {
    if (error) problems.push(problemOf(error));
    return undefined;
  };
  // With `info`, csv-parse gives each record with where it ended; its types do not say so.
  const parsed = parse(text, {
    ...CSV_OPTIONS,
    delimiter,
    info: true,
    on_skip: onSkip,
  }) as unknown as readonly Parsed[];
  return parsed.map(({ record, info }) => ({
    line: firstLineOf(record, info.lines),
    cells: record.map(toCell),
  }));
}

/** The line on which a record begins that ends on another: its cells hold line breaks. */
export function firstLineOf(record: readonly string[], lastLine: number): number {
  return lastLine - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

/** What stands between the cells: the sign that the first line has most of, outside quotation marks. */
export function delimiterOf(text: string): Delimiter {
  const end = text.search(/[\r\n]/);
  const first = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  if (count('\t') > count(',') && count('\t') > count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

/** A few bytes that are no UTF-8 do not make a file Latin-1: where most of its letters are, those bytes alone are lost. */
function decodeTable(bytes: Uint8Array): ReturnType<typeof decodeText> {
  const decoded = decodeText(bytes);
  if ('problem' in decoded || decoded.encoding !== 'windows-1252') return decoded;
  const lenient = new TextDecoder('utf-8').decode(bytes);
  const lost = lenient.match(/\ufffd/g)?.length ?? 0;
  const read = lenient.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return read > lost ? { text: lenient, encoding: 'utf-8' } : decoded;
}

/** UTF-8 that was once taken for Latin-1: «Ã©» for «é», «â€™» for «’». */
const MOJIBAKE = /[ÃÂ][\u0080-\u00bf]|â€|Ã[\u0152-\u2122]/;
const FORMULA = /^(?:=|[+@][A-Za-z(])/;

function toCell(text: string): Cell {
  if (text.includes('\ufffd'))
    return { text, problem: 'holds a character that a wrong encoding has destroyed' };
  if (MOJIBAKE.test(text))
    return { text, problem: `is in a wrong encoding (“${text.slice(0, 40)}”): save the file as UTF-8` };
  return FORMULA.test(text) ? { text, problem: 'is a formula without its result' } : { text };
}

/** The last row, where it has fewer cells than the headings and no line break behind it. */
function cutShort(rows: readonly Row[], text: string): Row | undefined {
  const last = rows.at(-1);
  const isCut = rows.length > 1 && last && last.cells.length < rows[0]!.cells.length && !/[\r\n]$/.test(text);
  return isCut ? last : undefined;
}

/** What csv-parse found, in words. */
export function problemOf({ code, message, lines }: CsvError): TableProblem {
  const line = Number(lines ?? 1);
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return {
        line,
        message:
          'The quotation mark that opens here is never closed: the file may be a download that broke off.',
        lost: 'rest',
      };
    case 'CSV_MAX_RECORD_SIZE':
      return { line, message: 'The row is far too long: is a quotation mark missing?' };
    default:
      return { line, message };
  }
}
