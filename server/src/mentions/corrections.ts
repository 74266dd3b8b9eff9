import type { WrittenForm } from '../facts/compiledNames.ts';
import type { Names } from './forms.ts';
import { type LegalForm, restyleLegalForm, splitLegalForm } from './legalForms.ts';
import { isAllCaps, plain } from './letters.ts';

/** Never wrong by itself behind a name: «the Renault Company» is a way of speaking. */
const LOOSE_LEGAL = new Set(['Company', 'AO', 'LP', 'GK', 'PAT']);

/** How the legal form behind a name stands to the entity: right, wrong, or none of our business. */
export function judgeLegalForm(names: Names, legal: LegalForm, caps: boolean): 'right' | 'wrong' | 'unknown' {
  if (names.legal.has(legal.id)) return 'right';
  const word = legal.text.replace(/^[,\s]+/, '');
  const sure = names.entity.legalName !== undefined && names.legalTexts.length > 0;
  return sure && !caps && !LOOSE_LEGAL.has(word) ? 'wrong' : 'unknown';
}

/** What to write instead of a form that is not right, the best first: as long as the draft's, in its case and dots. */
export function correctionsOf(
  names: Names,
  form: WrittenForm,
  legal: LegalForm | undefined,
  written: string,
): readonly string[] {
  const target = splitLegalForm(plain(form.correct ?? form.text));
  const all: string[] = [];
  if (target.legal !== undefined) {
    all.push(
      ...withOwn(names, target.base, target.legal, legal?.text ?? '', target.id),
      target.base + target.legal,
    );
  } else if (legal !== undefined && form.legal === undefined) {
    const kept = names.legal.has(legal.id)
      ? [target.base + legal.text]
      : ownForms(names, target.base, legal.text);
    all.push(...kept);
  }
  all.push(target.base);
  if (legal !== undefined && target.legal === undefined)
    all.push(...ownForms(names, target.base, legal.text));
  all.push(names.entity.name);
  const caps = isAllCaps(written);
  const gaps = written.match(/\s+/g) ?? [];
  const styled = all.map((correction) => withGaps(caps ? correction.toUpperCase() : correction, gaps));
  return [...new Set(styled)].filter((correction) => correction !== written);
}

/** The draft's own line breaks and hard spaces between as many words. */
function withGaps(correction: string, gaps: readonly string[]): string {
  const words = correction.split(' ');
  if (words.length !== gaps.length + 1) return correction;
  return words.map((word, at) => (gaps[at] === undefined ? word : word + gaps[at])).join('');
}

/** The name with each legal form that it may bear: first those of as many words as the draft's. */
function ownForms(names: Names, base: string, model: string): readonly string[] {
  const words = countWords(model);
  const texts = [...names.legalTexts].sort(
    (a, b) => Math.abs(countWords(a) - words) - Math.abs(countWords(b) - words),
  );
  return texts.map((legal) => base + restyleLegalForm(legal, model));
}

/** The listed correction in the draft's dots: «Co Ltd» becomes «Co., Ltd.» behind a draft's «Inc.». */
function withOwn(names: Names, base: string, legal: string, model: string, id?: string): readonly string[] {
  const dotted =
    names.legalTexts.find((own) => splitLegalForm(`x${own}`).id === id && /[.,]/.test(own)) ?? legal;
  return [base + restyleLegalForm(/[.,]/.test(model) ? dotted : legal, model)];
}

function countWords(text: string): number {
  return text.trim().split(/\s+/).length;
}
