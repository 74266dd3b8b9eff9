import { JSONParser } from '@streamparser/json';
import { type CsvError, parse } from 'csv-parse';
import { CSV_OPTIONS, type Delimiter, firstLineOf, problemOf } from './csv.ts';
import type { Rejected } from './imported.ts';

/** One record of a stream: a row, or an element of a list. */
export interface Streamed<T> {
  readonly kind: 'record';
  readonly record: T;
  /** Its line, or its number where the file has no lines to speak of; from 1. */
  readonly line: number;
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** The rows of a CSV in UTF-8 as they come; never more than a few at a time in memory. */
export async function* csvRecords(
  chunks: Iterable<Uint8Array>,
  delimiter: Delimiter,
): AsyncGenerator<Streamed<readonly string[]> | Rejected> {
  const skipped: Rejected[] = [];
  const onSkip = (error: CsvError | undefined) => {
    if (error) skipped.push({ kind: 'rejected', ...problemOf(error) });
    return undefined;
  };
  const parser = parse({ ...CSV_OPTIONS, delimiter, info: true, on_skip: onSkip });
  const feeding = feed(parser, chunks);
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    yield* skipped.splice(0);
    yield { kind: 'record', record, line: firstLineOf(record, info.lines) };
  }
  await feeding;
  yield* skipped;
}

async function feed(parser: ReturnType<typeof parse>, chunks: Iterable<Uint8Array>): Promise<void> {
  for (const chunk of chunks) {
    if (!parser.write(chunk)) await new Promise((resolve) => parser.once('drain', resolve));
  }
  parser.end();
}

/** The elements of the lists at `paths` (`$.records.*`) of a JSON text as they come. */
export function* jsonRecords(
  chunks: Iterable<Uint8Array>,
  paths: readonly string[],
): Generator<Streamed<unknown> | Rejected> {
  let count = 0;
  let ended = false;
  const found: Streamed<unknown>[] = [];
  const parser = new JSONParser({ paths: [...paths], keepStack: false });
  parser.onValue = ({ value }) => void found.push({ kind: 'record', record: value, line: ++count });
  parser.onEnd = () => {
    ended = true;
  };
  try {
    for (const chunk of chunks) {
      parser.write(chunk);
      yield* found.splice(0);
    }
  } catch (error) {
    yield* found.splice(0);
    const reason = error instanceof Error ? error.message : String(error);
    yield lost(`The file is broken behind record ${count}: ${reason}.`);
    return;
  }
  if (!ended)
    yield lost(`The file ends in the middle, behind record ${count}: the download may have broken off.`);
}

function lost(message: string): Rejected {
  return { kind: 'rejected', message, lost: 'rest' };
}
