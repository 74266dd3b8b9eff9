/** Which column gives which member: `{ "subject": "Company", "relation": "=stake", "value": "Stake" }`. */
export type FieldMap = Readonly<Record<string, string>>;

/** A spreadsheet to read. */
export interface Sheet {
  /** Its ending says how it is read, its name is the source of rows that name none. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Of a workbook; left out: its first. */
  readonly sheet?: string;
  readonly map?: FieldMap;
}
