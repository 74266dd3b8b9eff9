import { readStakeOf } from './holdingRight.ts';
import {
  ADVERBS,
  lastEntity,
  NOTHING,
  OWNING_VERBS,
  PASSIVE,
  RELATIVES,
  type Side,
  STAKE_NOUNS,
  skipBackAdjectives,
  skipDeterminers,
  TO_VALUE,
} from './holdingWords.ts';
import { entitiesOf, type Item, isPossessive, type SentenceView } from './view.ts';

/** What stands before the value: a possessor, a verb of owning, or «stake in X to». */
export function readLeft(view: SentenceView, index: number): Side {
  const { items } = view;
  const before = skipBackAdjectives(items, index - 1);
  const item = items[before];
  if (item === undefined) return NOTHING;
  if (item.lower === '(' && entitiesOf(items[before - 1]).length > 0) {
    // «belongs to Hokuyo (40%), Kessandra (35%) and the province».
    const verb = items
      .slice(0, before)
      .findLastIndex(({ stem }) => PASSIVE.has(stem) || STAKE_NOUNS.has(stem));
    if (verb < 0) return NOTHING;
    const { holder: held, unknown } = subjectBefore(view, verb);
    return {
      ...NOTHING,
      holder: entitiesOf(items[before - 1]),
      held,
      unknown: unknown || held.length === 0,
      cued: true,
      cue: items[verb]!,
    };
  }
  if (isPossessive(item)) {
    // «keeps its 12% of X»: a share of a name that is one's own is a holding.
    const right =
      ['of', 'in'].includes(items[index + 1]?.lower ?? '') &&
      entitiesOf(skipDeterminers(items, index + 2)).length > 0;
    return { ...NOTHING, holder: controllerOf(items, before) ?? entitiesOf(item), cued: right };
  }
  if (item.kind === 'word' && TO_VALUE.has(item.stem)) {
    const noun = findStakeNoun(view, before);
    if (noun >= 0 && (item.lower !== 'of' || noun === before - 1)) return readStakeNoun(view, noun);
  }
  if (item.lower === 'with' && items[index + 1]?.lower === 'of') {
    const holder = entitiesOf(lastEntity(items, before - 1, 2));
    return { ...NOTHING, holder, cued: holder.length > 0, cue: item };
  }
  if (item.lower === 'of' && ['owner', 'holder'].includes(items[before - 1]?.lower ?? '')) {
    const named = items.slice(0, before).findLast((one) => one.kind === 'entity' && !isPossessive(one));
    return {
      ...NOTHING,
      holder: entitiesOf(named),
      unknown: named === undefined,
      cued: true,
      cue: items[before - 1]!,
    };
  }
  const noun = view.block.cell ? findStakeNoun(view, before) : -1;
  if (noun >= 0) return readStakeNoun(view, noun);
  const verb = findOwningVerb(view, before);
  if (verb < 0) return NOTHING;
  const { holder, unknown } = subjectBefore(view, verb);
  return { ...NOTHING, holder, unknown, cued: true, cue: items[verb]! };
}

/** «Nissan wants Renault to sell down its stake»: «its» is whose the infinitive is. Undefined where there is none. */
function controllerOf(items: readonly Item[], pronoun: number): readonly string[] | undefined {
  const item = items[pronoun];
  if (item?.kind !== 'reference' || item.mention.via !== 'pronoun') return undefined;
  for (let at = pronoun - 1; at >= Math.max(1, pronoun - 5); at -= 1) {
    const named = items[at]!.lower === 'to' ? entitiesOf(items[at - 1]) : [];
    if (named.length > 0) return named;
    if (items[at]!.kind !== 'word') return undefined;
  }
  return undefined;
}

/** The nearest stake noun to the left within the sentence, at most 12 items away, with no sentence break between. */
function findStakeNoun({ items }: SentenceView, from: number): number {
  for (let at = from; at >= Math.max(0, from - 12); at -= 1) {
    const item = items[at]!;
    // «has a shareholder, whose part of it was 12%» opens a clause of its own; and a shareholder is somebody, not a holding.
    if (RELATIVES.has(item.lower) || item.lower === 'whose' || item.lower === ';') return -1;
    if (item.kind !== 'word' || item.lower.startsWith('shareholder')) continue;
    if (
      STAKE_NOUNS.has(item.stem) &&
      item.lower !== 'hold' &&
      item.lower !== 'holds' &&
      item.lower !== 'held' &&
      items[at - 1]?.stem !== 'market'
    )
      return at;
    if (item.stem === 'vote' || (item.stem === 'right' && items[at - 1]?.stem === 'vote')) return at;
  }
  return -1;
}

function readStakeNoun(view: SentenceView, noun: number): Side {
  const { items } = view;
  const votes = items[noun]!.stem === 'vote' || items[noun]!.stem === 'right';
  const start = votes && items[noun - 1]?.stem === 'vote' ? noun - 1 : noun;
  const { held, holder: of } = readStakeOf(items, noun + 1);
  const owner = items[skipBackAdjectives(items, start - 1)];
  const base = { ...NOTHING, held, votes, cued: true, cue: items[noun]! };
  if (isPossessive(owner)) return { ...base, holder: entitiesOf(owner) };
  if (of.length > 0) return { ...base, holder: of };
  // «Orsa holding»: the name before the noun, without a possessive, is what is held.
  if (entitiesOf(owner).length > 0 && held.length === 0) return { ...base, held: entitiesOf(owner) };
  return { ...base, ...subjectBefore(view, start) };
}

function findOwningVerb({ items }: SentenceView, from: number): number {
  for (let at = from; at >= Math.max(0, from - 3); at -= 1) {
    const item = items[at]!;
    if (item.kind === 'word' && OWNING_VERBS.has(item.stem)) return at;
    if (item.lower === 'for' && items[at - 1]?.stem === 'pay') return at - 1;
    // «recovery held at 87.6%» holds nothing.
    if (item.lower === 'at' && !['least', 'most'].includes(items[at + 1]?.lower ?? '')) return -1;
    // «has sold 10%» has sold, not has: only adverbs may stand between.
    if (item.kind !== 'word' || !(item.lower.endsWith('ly') || ADVERBS.has(item.lower))) return -1;
  }
  return -1;
}

/** The subject of a verb: the nearest name before it; before a relative pronoun, the name that the pronoun stands for. */
export function subjectBefore(
  { items, clauseOf }: SentenceView,
  verb: number,
): { holder: readonly string[]; unknown: boolean } {
  let words = 0;
  for (let at = verb - 1; at >= 0; at -= 1) {
    const item = items[at]!;
    const named = entitiesOf(item);
    if (named.length > 0 && !isPossessive(item)) return { holder: named, unknown: false };
    if (named.length > 0) return { holder: [], unknown: true };
    if (RELATIVES.has(item.lower)) {
      const antecedent = lastEntity(items, at - 1, 3);
      return { holder: entitiesOf(antecedent), unknown: antecedent === undefined };
    }
    if (item.kind === 'word') words += 1;
    if (item.kind === 'punct' && clauseOf[at] !== clauseOf[verb]) {
      const resumed = resumedSubject(items, at);
      if (resumed.length > 0) return { holder: resumed, unknown: false };
      break;
    }
  }
  return { holder: [], unknown: words > 3 };
}

/** Verbs after which «q of HELD» is no longer, or not yet, the subject's. */
const PARTING = new Set(
  'sell sold offer bid seek want issu float divest dispos shed lend pledg transfer give plac lose lost'.split(
    ' ',
  ),
);

/** «Larkspur sits on 6.3% of Roomward»: whatever the verb, a bare share of somebody is its subject's, unless it parts with it. */
export function readPlainVerb(view: SentenceView, index: number): Side | undefined {
  const { items, clauseOf } = view;
  // «a loss of 15% of Roomward» is a loss.
  if (items[index - 1]?.lower === 'of') return undefined;
  const clause = items.filter((_, at) => at < index && clauseOf[at] === clauseOf[index]);
  if (clause.some(({ stem, lower }) => PARTING.has(stem) || PARTING.has(lower))) return undefined;
  // «owns 43% of Nissan, and again 15% of Dacia»: what a share is of is no subject.
  const subject = clause.find((item, at) => entitiesOf(item).length > 0 && isSubject(clause, at));
  const holder = subject ? entitiesOf(subject) : subjectBefore(view, index).holder;
  const own = clause.some((item) => holder.length > 0 && entitiesOf(item)[0] === holder[0]);
  return own ? { ...NOTHING, holder, cued: true } : undefined;
}

function isSubject(items: readonly Item[], at: number): boolean {
  return (
    !isPossessive(items[at]) &&
    !['of', 'in', 'by', 'with', 'from', 'to', 'for'].includes(items[at - 1]?.lower ?? '')
  );
}

/** «X, which bought 34%, ⟨keeps⟩»: behind a relative clause the sentence goes on with the name that it belonged to. */
function resumedSubject(items: readonly Item[], comma: number): readonly string[] {
  for (let at = comma - 1; at > 0; at -= 1) {
    if (RELATIVES.has(items[at]!.lower) && items[at - 1]!.lower === ',') return entitiesOf(items[at - 2]);
  }
  return [];
}

/** «HELD, of which HOLDER owns q» and «HELD, in which HOLDER has q». */
export function readOfWhich({ items }: SentenceView, index: number): Side | undefined {
  for (let at = index - 1; at > Math.max(0, index - 9); at -= 1) {
    const item = items[at]!;
    if (item.kind === 'value' && item.stated.value.kind === 'percent') return undefined;
    if (item.lower !== 'which' || !['of', 'in'].includes(items[at - 1]?.lower ?? '')) continue;
    const holder = items.slice(at + 1, index).flatMap(entitiesOf);
    const held = entitiesOf(lastEntity(items, antecedentEnd(items, at)));
    // «proceeds of £262 million, of which 60% goes into rooms»: a part of something else.
    return { ...NOTHING, held, holder, unknown: held.length === 0, cued: held.length > 0 };
  }
  return undefined;
}

/** Where the name ends that «of which» stands for; a second «and of which» goes back to what the first «which» stood for. */
function antecedentEnd(items: readonly Item[], which: number): number {
  if (items[which - 2]?.lower !== 'and') return which - 2;
  for (let at = which - 3; at >= 0; at -= 1)
    if (items[at]!.lower === 'which')
      return ['of', 'in'].includes(items[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  return which - 2;
}
