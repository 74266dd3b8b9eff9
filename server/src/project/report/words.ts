import type { Problem } from '../../facts/facts.ts';
import type { EvidenceView, SourceView } from '../fileResult.ts';
import { grouped } from './numbers.ts';
import type { Summary } from './summary.ts';

/** «1 file», «3 files». */
export function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** «Statement on the alliance, Nissan Motor, 2023-01-30» */
export function sourceWords({ title, publisher, published }: SourceView): string {
  return [title, publisher, published].filter((it) => it !== null && it !== '').join(', ');
}

/** «43.4% (until 2023-11-08)»; empty for what has no value. */
export function valueWords({ value, from, to }: EvidenceView): string {
  if (value === null) return '';
  const since = from === null ? '' : `from ${from}`;
  const until = to === null ? '' : `until ${to}`;
  const dates = [since, until].filter((it) => it !== '').join(' ');
  return dates === '' ? value : `${value} (${dates})`;
}

/** What is wrong, and in a workbook where: a line alone would not say it. */
export function problemWords({ cell, message }: Problem): string {
  return cell === undefined ? message : `${cell}: ${message}`;
}

/** «2 errors, 1 warning», or «nothing to mend». */
export function findingWords({ errors, warnings, infos, hints }: Summary): string {
  const words = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    infos > 0 ? count(infos, 'info') : '',
    hints > 0 ? count(hints, 'hint') : '',
  ].filter((it) => it !== '');
  return words.length === 0 ? 'nothing to mend' : words.join(', ');
}

/** «claims: 7 supported, 1 refuted, 3 open» */
export function claimWords({ supported, refuted, notEnoughInfo }: Summary): string {
  return `${grouped(supported)} supported, ${refuted} refuted, ${notEnoughInfo} without facts`;
}
