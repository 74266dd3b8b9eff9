import type { Problem } from '../facts/facts.ts';
import { isError } from '../facts/isError.ts';
import type { Imported, Rejected } from '../project/import/imported.ts';
import { grouped } from '../project/report/numbers.ts';
import type { Io } from './io.ts';
import { problemLine } from './problems.ts';

/** What an import tells while it goes on, and at its end. */
export interface ImportReport {
  /** Counts an entry, and tells one that could not be read. */
  take(imported: Imported): Promise<void>;
  tell(problem: Problem): Promise<void>;
  /** How many could not be read; what says only what is known already does not count. */
  errors(): number;
  /** `12 entities, 30 facts`, and what was left out. */
  summary(): Promise<string>;
}

/** So many are told one by one; the rest as a number. */
const MOST = 50;
const PROGRESS_EVERY = 1000;

/** A report on one import; `path` is how messages call its file. */
export function openImportReport(path: string, io: Io): ImportReport {
  const counts = new Map<string, number>();
  const skipped = new Map<string, number>();
  let told = 0;
  let errors = 0;
  let seen = 0;
  let nextProgress = io.elapsed() + PROGRESS_EVERY;
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

  async function tell(problem: Problem): Promise<void> {
    if (isError(problem)) errors++;
    if (++told <= MOST) await io.stderr.write(`${problemLine(problem)}\n`);
  }
  async function showProgress(): Promise<void> {
    if (!io.stderr.isTerminal || io.elapsed() < nextProgress) return;
    nextProgress = io.elapsed() + PROGRESS_EVERY;
    await io.stderr.write(`\r${grouped(seen)} records\u001b[K\r`);
  }
  return {
    tell,
    errors: () => errors,
    async take(imported) {
      seen++;
      count(counts, imported.kind);
      if (imported.kind === 'skipped') count(skipped, imported.reason);
      if (imported.kind === 'rejected') await tell(toProblem(imported, path));
      await showProgress();
    },
    async summary() {
      if (told > MOST) await io.stderr.write(`… and ${grouped(told - MOST)} more.\n`);
      const lines = [`Read ${path}: ${entriesWords(counts)}.\n`];
      const rejected = counts.get('rejected') ?? 0;
      if (rejected > 0) lines.push(`Left out, as told above: ${grouped(rejected)}.\n`);
      for (const [reason, number] of skipped) lines.push(`Left out: ${grouped(number)} ${reason}.\n`);
      return lines.join('');
    },
  };
}

function toProblem({ message, place, line, at, severity }: Rejected, path: string): Problem {
  const where = place === undefined ? '' : `${place}: `;
  return {
    path,
    message: `${where}${message}`,
    ...(at ?? (line !== undefined && { line: line - 1, character: 0 })),
    ...(severity && { severity }),
  };
}

const WORDS = {
  entity: ['entity', 'entities'],
  extend: ['known entity with more names', 'known entities with more names'],
  fact: ['fact', 'facts'],
  source: ['source', 'sources'],
} as const;

function entriesWords(counts: ReadonlyMap<string, number>): string {
  const parts = Object.entries(WORDS).flatMap(([kind, [one, many]]) => {
    const number = counts.get(kind) ?? 0;
    return number === 0 ? [] : [`${grouped(number)} ${number === 1 ? one : many}`];
  });
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}
