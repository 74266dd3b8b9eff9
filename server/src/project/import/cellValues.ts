import type { Relation } from '../../facts/facts.ts';
import { readIsoDate, toIsoDate } from '../../text/calendarDate.ts';
import { readValue } from '../../values/index.ts';
import { serialToIso } from './numberFormat.ts';
import type { Table } from './table.ts';

/** What a spreadsheet as a whole says of its figures. */
export type Figures = Pick<Table, 'decimalComma' | 'epoch'>;

/** A text as facts files write it, or what is wrong with it, to follow on the text: «is no date such as 2023-01-30». */
export type ReadCell = { readonly text: string } | { readonly problem: string };

/** Five digits, and perhaps a time of day: how spreadsheets keep days from 1927 to 2173. */
const SERIAL = /^\d{5}(?:\.\d+)?$/;
/** Midnight is what an export adds to a day. */
const MIDNIGHT = /[ T]00:00(?::00(?:\.0+)?)?Z?$/;

/** A date as ISO writes it; a serial number is the day that it stands for, where the workbook says from which year it counts. */
export function readDay(written: string, { epoch }: Figures): ReadCell {
  const text = written.replace(MIDNIGHT, '');
  if (readIsoDate(text)) return { text };
  if (SERIAL.test(text)) return readSerial(text, epoch);
  const value = readValue(text, 'date');
  if (value?.kind !== 'date' || value.relative) return { problem: 'is no date such as 2023-01-30' };
  if (value.impossible) return { problem: 'is no day of the calendar' };
  if (value.swappable)
    return { problem: 'can be read as two days: write it as 2023-01-30, or with the month’s name' };
  const { year, month, day } = value.written;
  if (year === undefined) return { problem: 'is a date without its year' };
  return {
    text: toIsoDate({ year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) }),
  };
}

function readSerial(text: string, epoch: Figures['epoch']): ReadCell {
  if (epoch === undefined) {
    return {
      problem:
        'is a spreadsheet’s serial number of a day, and text does not say whether it counts from 1900 or 1904: export the column as dates',
    };
  }
  const iso = serialToIso(Number(text), epoch === 1904);
  return iso === undefined ? { problem: 'is no date such as 2023-01-30' } : { text: iso };
}

/** «1.234,5» as «1234.5». */
const DECIMAL_COMMA = /^(\D*)(\d{1,3}(?:\.\d{3})*|\d+),(\d+)/;
const BARE_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A value as spreadsheets leave it: a day as a serial number, a percentage without its sign, a decimal comma. */
export function readFigure(value: string, relation: Relation | undefined, figures: Figures): ReadCell {
  const text = figures.decimalComma
    ? value.replace(DECIMAL_COMMA, (_, sign, whole, part) => `${sign}${whole.replaceAll('.', '')}.${part}`)
    : value;
  if (relation?.kind === 'date') {
    const isPlain = SERIAL.test(text) || MIDNIGHT.test(text);
    const day = readDay(text, figures);
    return isPlain || !('problem' in day) ? day : { text };
  }
  if (relation?.kind !== 'percent' || !BARE_NUMBER.test(text)) return { text };
  if (Math.abs(Number(text)) > 1) return { text: `${text}%` };
  return { problem: 'may be a percentage or a fraction: write it with its sign, such as 43.4%' };
}
