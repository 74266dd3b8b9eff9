/** A legal form's id and its written forms, undotted; «Co» and «Company» are one form. Dots and spaces between letters are free. */
const LEGAL_FORMS: Readonly<Record<string, readonly string[]>> = {
  'co-ltd': ['Co Ltd', 'Company Limited', 'Co Limited', 'Company Ltd'],
  'gmbh-co-kg': ['GmbH & Co KG', 'GmbH & Co KGaA', 'AG & Co KGaA', 'SE & Co KGaA', 'AG & Co KG'],
  'pte-ltd': ['Pte Ltd', 'Pte Limited', 'Private Limited'],
  'pty-ltd': ['Pty Ltd', 'Pty Limited', 'Proprietary Limited'],
  'pvt-ltd': ['Pvt Ltd', 'Pvt Limited'],
  'sdn-bhd': ['Sdn Bhd'],
  'sa-de-cv': ['SA de CV', 'SAB de CV', 'S de RL de CV'],
  'sp-zoo': ['Sp z oo', 'sp z oo'],
  bhd: ['Bhd', 'Berhad'],
  pcl: ['PCL', 'Public Company Limited'],
  ulc: ['ULC'],
  dac: ['DAC'],
  hf: ['hf', 'ehf'],
  'as-tr': ['AŞ'],
  inc: ['Inc', 'INC', 'Incorporated'],
  corp: ['Corp', 'CORP', 'Corporation'],
  co: ['Co', 'CO', 'Company'],
  ltd: ['Ltd', 'LTD', 'Limited', 'Ltée'],
  plc: ['plc', 'PLC', 'Plc'],
  llc: ['LLC'],
  llp: ['LLP'],
  lp: ['LP'],
  sa: ['SA', 'S/A'],
  'sa-nv': ['SA/NV', 'NV/SA'],
  sas: ['SAS'],
  sarl: ['SARL', 'Sarl', 'SàRL', 'Sàrl'],
  sca: ['SCA'],
  ag: ['AG'],
  se: ['SE'],
  gmbh: ['GmbH', 'GMBH', 'Gmbh'],
  kg: ['KG'],
  kgaa: ['KGaA'],
  ohg: ['OHG'],
  kk: ['KK', 'Kabushiki Kaisha', 'Kabushiki-gaisha', '株式会社'],
  gk: ['GK'],
  spa: ['SpA', 'SPA', 'Spa'],
  srl: ['Srl', 'SRL'],
  nv: ['NV'],
  bv: ['BV'],
  ab: ['AB'],
  asa: ['ASA'],
  as: ['AS'],
  'a-s': ['A/S'],
  aps: ['ApS'],
  oyj: ['Oyj', 'Abp', 'Oyj Abp'],
  oy: ['Oy', 'Oy Ab'],
  sl: ['SL', 'SLU'],
  ltda: ['Ltda', 'Lda'],
  ojsc: ['OJSC'],
  pjsc: ['PJSC', 'PAO', 'PAT'],
  jsc: ['JSC', 'OAO', 'AO'],
  ooo: ['OOO', 'TOV'],
  tbk: ['Tbk'],
  sro: ['sro'],
  doo: ['doo'],
  nyrt: ['Nyrt', 'Zrt'],
  kft: ['Kft'],
  sab: ['SAB'],
};

/** Forms that take a full stop at their end in some styles («Inc.»), and a comma before them («, Inc.»). */
const ABBREVIATED = new Set([
  'co',
  'co-ltd',
  'inc',
  'corp',
  'ltd',
  'pte-ltd',
  'pty-ltd',
  'pvt-ltd',
  'llc',
  'llp',
  'lp',
]);

interface Variant {
  readonly id: string;
  readonly letters: string;
}

const VARIANTS: readonly Variant[] = Object.entries(LEGAL_FORMS).flatMap(([id, forms]) =>
  forms.map((letters) => ({ id, letters })),
);

const BY_LETTERS = new Map(VARIANTS.map(({ id, letters }) => [squeeze(letters), id]));

// «, » or a space, one of the forms with free dots between its letters, and no letter or hyphen behind it.
const LEGAL_FORM = new RegExp(
  `,?\\s(?:${[...VARIANTS]
    .sort((a, b) => b.letters.length - a.letters.length)
    .map(({ letters }) => patternOf(letters))
    .join('|')})(?![\\p{L}\\p{N}]|[-‑/][\\p{L}\\p{N}])`,
  'uy',
);

// What makes it the name of a firm of its own: «Orsa Co U.S.A.», «Orsa Inc of Canada».
const BRANCH =
  /^\.?,? (?:\(?(?:USA|U\.S\.A|America|North America|Canada|Europe|Asia|UK|International|Holdings?)\b|of (?:America|Canada|Japan|Europe)\b)/;

/** A legal form read behind a name. */
export interface LegalForm {
  readonly id: string;
  /** Start of its words, behind the comma and space. */
  readonly start: number;
  readonly end: number;
  /** As written, from the comma or space on. */
  readonly text: string;
}

/** Reads the legal form behind a name that ends at `end`. A full stop that may end the sentence is left out. */
export function readLegalForm(text: string, end: number): LegalForm | undefined {
  LEGAL_FORM.lastIndex = end;
  const match = LEGAL_FORM.exec(text);
  if (!match) return undefined;
  const id = BY_LETTERS.get(squeeze(match[0]));
  if (id === undefined) return undefined;
  const comma = match[0].startsWith(',');
  // «Inditex, S.A.»: a comma before dots only, but for the forms that often take one.
  if (comma && !ABBREVIATED.has(id) && !match[0].includes('.')) return undefined;
  let last = end + match[0].length;
  if (BRANCH.test(text.slice(last, last + 20))) return undefined;
  if (
    text[last - 1] !== '.' &&
    text[last] === '.' &&
    takesStop(id, match[0]) &&
    !mayEndSentence(text, last + 1)
  )
    last++;
  return { id, start: end + (comma ? 2 : 1), end: last, text: text.slice(end, last) };
}

/** Splits «Hayase Motor Co., Ltd.» into what names the firm and its legal form. */
export function splitLegalForm(name: string): {
  readonly base: string;
  readonly id?: string;
  readonly legal?: string;
} {
  for (let at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
    const start = name[at - 1] === ',' ? at - 1 : at;
    const read = readLegalForm(`${name} x`, start);
    if (read !== undefined && read.end >= name.length) {
      return { base: name.slice(0, start), id: read.id, legal: name.slice(start) };
    }
  }
  return { base: name };
}

/** A legal form in the manner of another: without dots and commas where the model has none, in capitals in capitals. */
export function restyleLegalForm(legal: string, model: string): string {
  const dotted = /[.,]/.test(model);
  const styled = dotted ? legal : legal.replace(/[.,]/g, '');
  return dotted && !model.endsWith('.') && /\w\w\.$/.test(styled) ? styled.slice(0, -1) : styled;
}

function squeeze(written: string): string {
  return written.replace(/[\s.,]/g, '');
}

function takesStop(id: string, written: string): boolean {
  return ABBREVIATED.has(id) || written.includes('.');
}

function mayEndSentence(text: string, at: number): boolean {
  return (
    at >= text.length ||
    text[at] === '\n' ||
    /^["”’')\]]*(?:\s+["“‘'(]*[\p{Lu}\d]|\s*$)/u.test(text.slice(at, at + 6))
  );
}

/** «Co Ltd» → `Co\.?,?\s?Ltd`; «SpA» → `S\.?p\.?A`. */
function patternOf(letters: string): string {
  if (letters.includes('/')) return letters;
  return letters
    .split(' ')
    .map((word) =>
      word.length <= 3 && !/^(?:Ltd|LTD|Inc|INC|Pte|Pty|Pvt|Bhd|Sdn|Tbk|Oyj|Plc|plc|PLC)$/.test(word)
        ? [...word].join('\\.?')
        : word,
    )
    .join('\\.?,?\\s');
}
