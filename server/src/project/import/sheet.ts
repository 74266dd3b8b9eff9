import type { FactBase } from '../../facts/facts.ts';
import type { Position } from '../../facts/jsonDocument.ts';
import type { FactsText } from '../factsLayers.ts';

/** Which column gives which member: `{ "subject": "Company", "relation": "=stake", "value": "Stake" }`. */
export type FieldMap = Readonly<Record<string, string>>;

/** The facts file that entries are written to. */
export interface ImportTarget {
  readonly path: string;
  /** All that is known but for what stands in it. */
  readonly below: FactBase;
}

/** A spreadsheet to read. */
export interface Sheet {
  /** Its ending says how it is read, its name is the source of rows that name none. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a workbook; left out: its first. */
  readonly sheet?: string;
  readonly map?: FieldMap;
}

/** What is wrong in a spreadsheet. */
export interface SheetProblem {
  readonly message: string;
  /** Left out: the spreadsheet as a whole. */
  readonly at?: Position;
  readonly severity?: 'warning';
}

/** A spreadsheet as a layer of facts. */
export interface SheetLayer {
  /** Undefined where nothing of it can be used. */
  readonly text?: Pick<FactsText, 'text' | 'places' | 'raw'>;
  /** It ends too early, as a download that broke off: what is there can be used, but may be half of it. */
  readonly isCut: boolean;
  readonly problems: readonly SheetProblem[];
}
