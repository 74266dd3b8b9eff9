import type { WrittenForm } from '../facts/compiledNames.ts';
import { toEpochDay } from '../text/calendarDate.ts';
import type { Draft } from '../text/draft.ts';
import { overlaps } from '../text/span.ts';
import { actsAsFirm, ambiguousSupported } from './ambiguous.ts';
import { correctionsOf, judgeLegalForm } from './corrections.ts';
import type { Names } from './forms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Hit, scanHits } from './hits.ts';
import type { LegalForm } from './legalForms.ts';
import { isAllCaps, plain } from './letters.ts';
import { isPartOfLonger } from './longerNames.ts';
import type { EntityMention, NameForm } from './mention.ts';
import { type NameSlip, nameSlipsOf } from './nameSlips.ts';
import { type NearHit, nearHitAt } from './nearMiss.ts';
import { judgeNearHits } from './nearMissJudge.ts';
import { speaksOfThen } from './pastNames.ts';
import { isPersonsName } from './persons.ts';
import { hyphenPartner, possessiveEnd, startsSentence } from './surroundings.ts';

/** All names in a draft, one pass whatever the number of names known: entities, and the values of facts that are names. */
export interface NameHits {
  readonly entities: readonly EntityMention[];
  /** Hits of the kinds `value` and `family`. */
  readonly values: readonly Hit[];
  /** Slips in the names of people. */
  readonly nameSlips: readonly NameSlip[];
}

/** Finds every known name. In reading order, never overlapping. */
export function scanNameHits(draft: Draft, gazetteer: Gazetteer): NameHits {
  const text = draft.prose.text;
  const { hits, near } = collect(text, gazetteer);
  if (hits.length === 0 && near.length === 0) return { entities: [], values: [], nameSlips: [] };
  const ends = new Set(hits.flatMap(({ start, end }) => [start, end]));
  const found = hits.flatMap((hit) => {
    const mention = toMention(draft, gazetteer, hit);
    const isOwn = mention !== undefined && !isPart(text, hit, mention, gazetteer, ends);
    return isOwn ? [{ hit, mention }] : [];
  });
  const isOpen = ({ hit, mention }: Found) => mention.form === 'ambiguous' && !hasLegalForm(gazetteer, hit);
  const named = new Set(found.filter((one) => !isOpen(one)).map(({ mention }) => mention.entity));
  const open = found.filter(isOpen);
  // Those that act as a firm among others of its trade; once one does, the name means that firm in the rest of the draft too.
  const acting = new Set(
    open
      .filter(({ mention }) => !named.has(mention.entity) && isOnTrade(mention.entity, named, gazetteer))
      .filter(({ mention }) => actsAsFirm(text, mention))
      .map(({ mention }) => mention.entity),
  );
  const isMeant = ({ mention }: Found) =>
    (named.has(mention.entity) || acting.has(mention.entity)) &&
    (ambiguousSupported(text, mention, gazetteer) || actsAsFirm(text, mention));
  const kept = found.filter((one) => !isOpen(one) || isMeant(one)).map(({ mention }) => mention);
  const values = hits.flatMap(valueHitsOf);
  const people = near.filter(({ form }) => form.person === true);
  const nameSlips = people.length === 0 ? [] : nameSlipsOf(text, people, values);
  const compiled = compiledSlips(text, gazetteer, named, hits);
  const firms = people.length === 0 ? near : near.filter(({ form }) => form.person !== true);
  const slipped = joinNear(firms, compiled.near);
  const slips = slipped.length === 0 ? [] : nearMisses(draft, gazetteer, slipped, named);
  const misjoined = compiled.hits.flatMap((hit) => toMention(draft, gazetteer, hit) ?? []);
  return { entities: mergeMentions([...kept, ...misjoined], slips), values, nameSlips };
}

/** Whether a right name is a part of a longer one, of somebody or something else. */
function isPart(
  text: string,
  hit: Hit,
  { span, form }: EntityMention,
  { names }: Gazetteer,
  ends: ReadonlySet<number>,
): boolean {
  if ((form !== 'correct' && form !== 'ambiguous') || span.end !== hit.end) return false;
  const isKnown = (at: number) => ends.has(at);
  return names.get(hit.form.entity)?.entity.type !== 'person' && isPartOfLonger(text, span, isKnown);
}

interface Found {
  readonly hit: Hit;
  readonly mention: EntityMention;
}

interface Collected {
  readonly hits: readonly Hit[];
  readonly near: readonly NearHit[];
}

const NONE: Collected = { hits: [], near: [] };

/**
 * Slips in names that are compiled, believed only of entities that the draft also names rightly: among a million names
 * nearly every unknown word is one slip away from some name.
 */
function compiledSlips(
  text: string,
  gazetteer: Gazetteer,
  named: ReadonlySet<string>,
  right: readonly Hit[],
): Collected {
  const own = gazetteer.among?.(named);
  if (own === undefined) return NONE;
  const { hits, near } = collect(text, own);
  const isFree = (start: number, end: number) => {
    const before = right[firstFrom(right, end) - 1];
    return before === undefined || before.end <= start;
  };
  return {
    hits: hits.filter(({ start, end, form }) => form.kind === 'slip' && isFree(start, end)),
    near: near.filter(({ wordStart, word }) => isFree(wordStart, wordStart + word.length)),
  };
}

/** The index of the first of these hits, in reading order, that starts at `at` or behind it. */
function firstFrom(hits: readonly Hit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both in reading order; of two at one word the longer name, none where they are as long. */
function joinNear(near: readonly NearHit[], more: readonly NearHit[]): readonly NearHit[] {
  if (more.length === 0) return near;
  const best = new Map<number, NearHit | undefined>(near.map((hit) => [hit.wordStart, hit]));
  for (const hit of more) {
    const other = best.get(hit.wordStart)?.form.text.length ?? 0;
    if (hit.form.text.length >= other)
      best.set(hit.wordStart, hit.form.text.length > other ? hit : undefined);
  }
  return [...best.values()].filter((hit) => hit !== undefined).sort((a, b) => a.wordStart - b.wordStart);
}

function collect(text: string, gazetteer: Gazetteer): Collected {
  const hits: Hit[] = [];
  const near: NearHit[] = [];
  const onWord = (start: number, end: number) => {
    const hit = nearHitAt(text, gazetteer.slips, start, end);
    if (hit === undefined) return -1;
    if (near.at(-1)?.wordStart !== start) near.push(hit);
    return hit.end;
  };
  scanHits(text, gazetteer, (hit) => hits.push(hit), onWord);
  return { hits, near };
}

function valueHitsOf(hit: Hit): readonly Hit[] {
  if (hit.form.kind === 'value' || hit.form.kind === 'family') return [hit];
  return hit.value ? [{ ...hit, form: hit.value }] : [];
}

function nearMisses(
  draft: Draft,
  gazetteer: Gazetteer,
  hits: readonly NearHit[],
  named: ReadonlySet<string>,
): readonly EntityMention[] {
  const verdicts = judgeNearHits(hits, { text: draft.prose.text, gazetteer, named });
  return hits.flatMap((hit) => {
    const verdict = verdicts.get(hit);
    const mention = verdict === 'no' ? undefined : toMention(draft, gazetteer, hit);
    return mention === undefined ? [] : [{ ...mention, certain: verdict === 'certain' }];
  });
}

/** A near-miss is longer than the right name that it starts with: «Orsa Moter» over «Orsa». */
function mergeMentions(
  right: readonly EntityMention[],
  slips: readonly EntityMention[],
): readonly EntityMention[] {
  const merged: EntityMention[] = [];
  const inOrder = [...right, ...slips].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const mention of inOrder) {
    const last = merged.at(-1);
    if (last === undefined || !overlaps(last.span, mention.span)) merged.push(mention);
    else if (mention.form === 'near-miss' && last.form !== 'near-miss') merged[merged.length - 1] = mention;
  }
  return merged;
}

/** The draft names another of the same trade: an airline, a carmaker. */
function isOnTrade(entity: string, named: ReadonlySet<string>, { names }: Gazetteer): boolean {
  const tradesOf = (id: string) =>
    names.get(id)?.entity.descriptors.map((phrase) => phrase.split(' ').at(-1)!) ?? [];
  const own = new Set(tradesOf(entity));
  return [...named].some((id) => tradesOf(id).some((trade) => own.has(trade)));
}

function hasLegalForm(gazetteer: Gazetteer, { form, legal }: Hit): boolean {
  return legal !== undefined && gazetteer.names.get(form.entity)?.legal.has(legal.id) === true;
}

/** A hit as a mention; undefined where the words name somebody else. */
function toMention(draft: Draft, gazetteer: Gazetteer, hit: Hit): EntityMention | undefined {
  const names = gazetteer.names.get(hit.form.entity);
  if (names === undefined || hit.form.kind === 'value' || hit.form.kind === 'family') return undefined;
  const text = draft.prose.text;
  if (isSomebodyElse(text, hit, names, gazetteer.bases)) return undefined;
  const { form, legal } = judge(draft, hit, names);
  if (form === undefined) return undefined;
  const end = legal === undefined ? hit.end : legal.end;
  const span = { start: hit.start, end };
  const possessive = possessiveEnd(text, end) !== undefined;
  const right = form === 'correct' || form === 'ambiguous';
  const isThen =
    form === 'near-miss' && hit.form.kind === 'former-name' && isFormerNameRight(draft, hit.form, hit);
  const wanted = isThen ? { ...hit.form, correct: hit.form.text } : hit.form;
  const corrections = right ? [] : correctionsOf(names, wanted, legal, text.slice(span.start, end));
  if (!right && corrections.length === 0) return undefined;
  return {
    kind: 'entity',
    span,
    entity: hit.form.entity,
    form,
    corrections,
    possessive,
    certain: isCertain(draft, form, names),
  };
}

/** Firms change their legal form and facts do not say since when: of copy from long before the source nothing is certain. */
const LEGAL_FORM_YEARS = 10;

function isCertain({ asOf }: Draft, form: NameForm, { sourced }: Names): boolean {
  return form !== 'wrong-legal-form' || sourced === undefined || sourced - LEGAL_FORM_YEARS <= asOf.year;
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
      if (hit.how === 'near' || (hit.how === 'same' && !isFairSpelling(draft, hit)))
        return {
          form: 'near-miss',
          ...(standing === 'right' || standing === 'wrong' ? { legal: legal! } : {}),
        };
      return standing === 'wrong' ? { form: 'wrong-legal-form', legal: legal! } : { form: 'correct', ...own };
    case 'ambiguous':
      if (hit.how === 'near') return { form: 'near-miss', ...own };
      return { form: standing === 'wrong' ? undefined : 'ambiguous', ...own };
    case 'former-name':
      if (hit.how === 'near') return { form: 'near-miss', ...own };
      return { form: isFormerNameRight(draft, form, hit) ? 'correct' : 'former-name', ...own };
    case 'misnomer':
      return { form: 'misnomer', ...(standing === 'right' || standing === 'wrong' ? { legal: legal! } : {}) };
    case 'slip':
      return { form: 'near-miss', ...own };
    default:
      return { form: undefined };
  }
}

/** A family name, or part of a compound: «Mr Orsa», «D. Beacon», «Heron-Smith»; a name that is wrong today may be right in «Orsa-Benz». */
function isSomebodyElse(
  text: string,
  { start, end, form, legal }: Hit,
  names: Names,
  bases: Gazetteer['bases'],
): boolean {
  if (names.entity.type === 'person' || legal !== undefined || /[ -]/.test(form.text)) return false;
  if (isPersonsName(text, start, end, form.kind === 'ambiguous')) return true;
  const partner = form.kind === 'correct' ? undefined : hyphenPartner(text, start, end);
  return partner !== undefined && (form.kind === 'ambiguous' || !bases.has(partner));
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
  return speaksOfThen(draft.prose.text, hit, form.until);
}

/** All mentions of known entities. In reading order, never overlapping. */
export function scanEntities(draft: Draft, gazetteer: Gazetteer): readonly EntityMention[] {
  return scanNameHits(draft, gazetteer).entities;
}
