import { fromEpochDay, toEpochDay, toIsoDate } from '../../text/calendarDate.ts';

/** Formats of ECMA-376 (18.8.30) that have a number and no code: dates, times, percentages. */
const DATES: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const PERCENT: ReadonlySet<number> = new Set([9, 10]);

/** A number as a spreadsheet shows it, by its number format. */
export function formatNumber(value: number, id: number, code: string | undefined, date1904: boolean): string {
  const bare = code?.replace(/"[^"]*"|\\.|\[(?!\$)[^\]]*\]/g, '') ?? '';
  if (PERCENT.has(id) || bare.includes('%')) return `${plain(value * 100)}%`;
  const isDate =
    DATES.has(id) || (/[dy]/i.test(bare.replace(/\[\$[^\]]*\]|General/g, '')) && !/[0#]/.test(bare));
  if (isDate) return serialToIso(value, date1904) ?? plain(value);
  const currency = /\[\$([^\]-]+)[^\]]*\]|([$€£¥])/.exec(code ?? '');
  const sign = currency?.[1] ?? currency?.[2];
  if (sign === undefined) return plain(value);
  return /^[A-Z]{3}$/.test(sign.trim()) ? `${sign.trim()} ${plain(value)}` : `${sign}${plain(value)}`;
}

/** Excel's day 1 is 1 January 1900, and it counts a 29 February 1900 that never was. */
const EPOCH_1900 = toEpochDay(1899, 12, 30);
const EPOCH_1904 = toEpochDay(1904, 1, 1);

/** The day of a serial number; undefined where it is none. */
export function serialToIso(serial: number, date1904 = false): string | undefined {
  const day = Math.floor(serial);
  if (!(day >= (date1904 ? 0 : 1)) || day > 2_958_465) return undefined;
  if (date1904) return toIsoDate(fromEpochDay(EPOCH_1904 + day));
  return toIsoDate(fromEpochDay(EPOCH_1900 + day + (day < 60 ? 1 : 0)));
}

/** Without the noise of binary fractions: 43.4, not 43.400000000000006. */
function plain(value: number): string {
  return String(Number(value.toPrecision(12)));
}
