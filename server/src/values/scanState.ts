import type { ScanContext, Stated } from './kind.ts';

/** One scan under way. Readers add what they find and move `last`; nothing is ever taken back. */
export interface ScanState {
  readonly text: string;
  /** Readers never look before it. */
  readonly from: number;
  readonly context: ScanContext;
  readonly found: Stated[];
  /** The end of the last value found; a new one may not begin before it. */
  last: number;
  /** The last value found is a date: «in May and June 2023». */
  lastIsDate: boolean;
  /** The end of the word that the scan has stopped at. */
  wordEnd: number;
}
