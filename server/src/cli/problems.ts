import type { Problem } from '../facts/facts.ts';
import { isError } from '../facts/isError.ts';
import type { Io } from './io.ts';
import { printable } from './terminal.ts';

const MOST = 50;

/** Tells on standard error what could not be done; of doubtful entries only how many there are. */
export async function tellProblems(problems: readonly Problem[], io: Io): Promise<void> {
  const isEntry = ({ line }: Problem) => line !== undefined;
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const told = [...problems.filter(isError), ...warnings.filter((it) => !isEntry(it))];
  for (const problem of told.slice(0, MOST)) await io.stderr.write(`${problemLine(problem)}\n`);
  const more = told.length - MOST;
  if (more > 0) await io.stderr.write(`… and ${more} more.\n`);
  const doubtful = warnings.filter(isEntry).length;
  if (doubtful === 0) return;
  const words = doubtful === 1 ? 'one doubtful entry' : `${doubtful} doubtful entries`;
  await io.stderr.write(`The facts files have ${words}; “factlint facts lint” lists them.\n`);
}

/** `facts/desk.facts.json:3:7: error: …`, as compilers print it; lines and columns from 1; `stakes.xlsx:Stakes!C5: …` in a workbook. */
export function problemLine({ path, line, character, cell, message, severity }: Problem): string {
  const at = cell ?? (line === undefined ? undefined : `${line + 1}:${(character ?? 0) + 1}`);
  const place = at === undefined ? path : `${path}:${at}`;
  return `${printable(place)}: ${severity ?? 'error'}: ${printable(message)}`;
}
