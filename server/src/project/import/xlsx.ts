import { strFromU8, unzipSync } from 'fflate';
import { didYouMean } from '../../facts/suggest.ts';
import type { Table } from './table.ts';
import { readSheet, type Workbook } from './xlsxSheet.ts';
import { readXml } from './xml.ts';

/** No sheet of a desk is larger; a file that says so is a trap. */
const MOST_BYTES = 300_000_000;

/** Reads one sheet of a workbook (the first, where none is named). Never throws on what is in it. */
export function readXlsx(bytes: Uint8Array, sheet?: string): Table {
  const files = unzip(bytes);
  if ('problem' in files) return unusable(files.problem);
  const read = (path: string) => (files.parts[path] ? strFromU8(files.parts[path]) : '');
  const { sheets, date1904 } = readWorkbook(read);
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (!chosen) {
    const names = sheets.map(({ name }) => name);
    const list = names.map((it) => `“${it}”`).join(', ');
    const message =
      sheet === undefined
        ? 'The workbook has no sheet.'
        : `The workbook has no sheet “${sheet}”${didYouMean(sheet, names) || `; there are ${list}.`}`;
    return unusable(message);
  }
  const workbook: Workbook = {
    sheet: chosen.name,
    strings: readStrings(read('xl/sharedStrings.xml')),
    ...readStyles(read('xl/styles.xml')),
    date1904,
  };
  return readSheet(read(chosen.path), workbook);
}

function unusable(message: string): Table {
  return { rows: [], problems: [{ message, lost: 'all' }] };
}

function unzip(
  bytes: Uint8Array,
): { readonly parts: Record<string, Uint8Array> } | { readonly problem: string } {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return { problem: 'It is an old or an encrypted workbook (.xls): save it as .xlsx without a password.' };
  }
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/^xl\/.*\.(?:xml|rels)$/.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw new Error('it is too large');
        return true;
      },
    });
    return parts['xl/workbook.xml'] ? { parts } : { problem: 'It is no workbook (.xlsx).' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `It is no whole workbook: the download may have broken off (${reason}).` };
  }
}

function readWorkbook(read: (path: string) => string) {
  const targets = new Map<string, string>();
  readXml(read('xl/_rels/workbook.xml.rels'), {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { readonly name: string; readonly path: string }[] = [];
  let date1904 = false;
  readXml(read('xl/workbook.xml'), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', path: targets.get(id) ?? '' });
    },
  });
  return { sheets, date1904 };
}

function readStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let isText = false;
  let isPhonetic = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isPhonetic = true;
      isText = name === 't' && !isPhonetic;
    },
    text(text) {
      if (isText) strings[strings.length - 1] += text;
    },
    close(name) {
      if (name === 't') isText = false;
      if (name === 'rPh') isPhonetic = false;
    },
  });
  return strings;
}

function readStyles(xml: string): Pick<Workbook, 'formats' | 'codes'> {
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCells = false;
  readXml(xml, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) formats.push(Number(numFmtId ?? 0));
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return { formats, codes };
}
