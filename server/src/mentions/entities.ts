import { toEpochDay } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import { ambiguousSupported } from './ambiguous.ts';
import { correctionsOf, judgeLegalForm } from './corrections.ts';
import type { Names, WrittenForm } from './forms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Hit, scanHits } from './hits.ts';
import type { LegalForm } from './legalForms.ts';
import { isAllCaps, plain } from './letters.ts';
import type { EntityMention, NameForm } from './mention.ts';
import { speaksOfThen } from './pastNames.ts';
import { hyphenPartner, isTitled, possessiveEnd, startsSentence } from './surroundings.ts';

/** All names in a draft, one pass whatever the number of names known: entities, and the values of facts that are names. */
export interface NameHits {
  readonly entities: readonly EntityMention[];
  /** Hits of the kinds `value` and `family`. */
  readonly values: readonly Hit[];
}

/** Finds every known name. In reading order, never overlapping. */
export function scanNameHits(draft: Draft, gazetteer: Gazetteer): NameHits {
  const text = draft.prose.text;
  const entities: EntityMention[] = [];
  const open: EntityMention[] = [];
  const values: Hit[] = [];
  const take = (hit: Hit) => {
    if (hit.form.kind === 'value' || hit.form.kind === 'family') values.push(hit);
    else if (hit.value) values.push({ ...hit, form: hit.value });
    const mention = toMention(draft, gazetteer, hit);
    if (mention === undefined) return;
    entities.push(mention);
    if (mention.form === 'ambiguous' && !hasLegalForm(gazetteer, hit)) open.push(mention);
  };
  scanHits(text, gazetteer, take, () => -1);
  const doubtful = new Set(open);
  const sure = new Set(entities.filter((mention) => !doubtful.has(mention)).map(({ entity }) => entity));
  const kept = entities.filter(
    (mention) =>
      !doubtful.has(mention) || (sure.has(mention.entity) && ambiguousSupported(text, mention, gazetteer)),
  );
  return { entities: kept, values };
}

function hasLegalForm(gazetteer: Gazetteer, { form, legal }: Hit): boolean {
  return legal !== undefined && gazetteer.names.get(form.entity)?.legal.has(legal.id) === true;
}

/** A hit as a mention; undefined where the words name somebody else. */
function toMention(draft: Draft, gazetteer: Gazetteer, hit: Hit): EntityMention | undefined {
  const names = gazetteer.names.get(hit.form.entity);
  if (names === undefined || hit.form.kind === 'value' || hit.form.kind === 'family') return undefined;
  const text = draft.prose.text;
  if (isSomebodyElse(text, hit, names)) return undefined;
  const { form, legal } = judge(draft, hit, names);
  if (form === undefined) return undefined;
  const end = legal === undefined ? hit.end : legal.end;
  const span = { start: hit.start, end };
  const possessive = possessiveEnd(text, end) !== undefined;
  const right = form === 'correct' || form === 'ambiguous';
  const corrections = right ? [] : correctionsOf(names, hit.form, legal, text.slice(span.start, end));
  if (!right && corrections.length === 0) return undefined;
  return { kind: 'entity', span, entity: hit.form.entity, form, corrections, possessive, certain: true };
}

interface Judgement {
  readonly form: NameForm | undefined;
  /** The legal form that belongs to the mention. */
  readonly legal?: LegalForm;
}

function judge(draft: Draft, hit: Hit, names: Names): Judgement {
  const { form, legal } = hit;
  const text = draft.prose.text;
  if (form.kind === 'misnomer' && form.legal !== undefined)
    return { form: 'misnomer', ...(legal && { legal }) };
  const written = text.slice(hit.start, hit.end);
  const standing = legal && judgeLegalForm(names, legal, isAllCaps(written) && !isAllCaps(form.text));
  const own = standing === 'right' && legal ? { legal } : {};
  switch (form.kind) {
    case 'correct':
      if (hit.how === 'same') return { form: isFairSpelling(draft, hit) ? 'correct' : 'near-miss', ...own };
      return standing === 'wrong' ? { form: 'wrong-legal-form', legal: legal! } : { form: 'correct', ...own };
    case 'ambiguous':
      return { form: standing === 'wrong' ? undefined : 'ambiguous', ...own };
    case 'former-name':
      return { form: isFormerNameRight(draft, form, hit) ? 'correct' : 'former-name', ...own };
    case 'misnomer':
      return { form: 'misnomer', ...(standing === 'right' || standing === 'wrong' ? { legal: legal! } : {}) };
    case 'slip':
      return { form: 'near-miss', ...own };
    default:
      return { form: undefined };
  }
}

/** A family name, or half of a double one: «Mr Orsa», «D. Beacon», «Heron-Smith». */
function isSomebodyElse(text: string, { start, end, form }: Hit, names: Names): boolean {
  if (names.entity.type === 'person' || /[ -]/.test(form.text)) return false;
  if (isTitled(text, start)) return true;
  return form.kind === 'ambiguous' && hyphenPartner(text, start, end) !== undefined;
}

/** Spelt otherwise only as any newsroom would: a capital at the start of a sentence, no accents in copy that has none at all. */
function isFairSpelling(draft: Draft, { start, end, form }: Hit): boolean {
  const text = draft.prose.text;
  const written = plain(text.slice(start, end));
  if (startsSentence(text, start) && written.slice(1) === form.text.slice(1)) return true;
  const bare = form.text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  return written === bare && !/[^\u0000-\u007f\u2010-\u203a\u00a0]/.test(text);
}

function isFormerNameRight(draft: Draft, form: WrittenForm, hit: Hit): boolean {
  const { year, month, day } = draft.asOf;
  if (form.until !== undefined && toEpochDay(year, month, day) < form.until) return true;
  return speaksOfThen(draft.prose.text, hit);
}

/** All mentions of known entities. In reading order, never overlapping. */
export function scanEntities(draft: Draft, gazetteer: Gazetteer): readonly EntityMention[] {
  return scanNameHits(draft, gazetteer).entities;
}
