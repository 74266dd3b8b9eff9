import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Options {
  readonly date1904?: boolean;
  /** The rows of the sheet «Stakes»; a notes sheet stands before it. */
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly strings?: readonly string[];
}

/** A workbook as spreadsheet programs write it: styles 1 date, 2 percentage with one decimal. */
export function workbook({ date1904 = false, rows, merges = [], strings = [] }: Options): Uint8Array {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Stakes" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/worksheet" Target="/xl/worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nothing here</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((it) => `<si><t>${it}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])));
}

/** The shared strings of the sheet «Stakes». */
export const STRINGS = [
  'Stakes of the &lt;desk&gt;',
  'Holder',
  'Company',
  'Share',
  'From',
  'Orsa',
  'Kaltenburg',
  'Hayase',
];
/** A cell with one of the shared strings. */
export const text = (ref: string, word: string) => `<c r="${ref}" t="s"><v>${STRINGS.indexOf(word)}</v></c>`;
/** A title over all columns, headings, and two rows that share their holder. */
export function stakes(day: number): string {
  return [
    `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/><c r="C1"/><c r="D1"/></row>`,
    `<row r="2">${text('A2', 'Holder')}${text('B2', 'Company')}${text('C2', 'Share')}${text('D2', 'From')}</row>`,
    `<row r="3">${text('A3', 'Orsa')}${text('B3', 'Kaltenburg')}<c r="C3" s="2"><v>0.434</v></c><c r="D3" s="1"><v>${day}</v></c></row>`,
    `<row r="4"><c r="A4"/>${text('B4', 'Hayase')}<c r="C4" s="2"><f>C3/2</f><v>0.217</v></c><c r="D4" s="1"><v>${day}</v></c></row>`,
  ].join('');
}
