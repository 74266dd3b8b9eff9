import type { Span } from '../text/span.ts';
import type { NameValue, Stated } from '../values/kind.ts';
import type { CueMatch } from './cues.ts';
import { readPersonAt, readPersonBefore } from './personNames.ts';
import { type DraftView, entitiesOf, type Item, type SentenceView } from './view.ts';

/** A personal name that stands beside a role. */
export interface Person {
  readonly span: Span;
  readonly name: string;
  /** A name that the facts hold. */
  readonly known: boolean;
}

/** The name in apposition to a role: right behind it, behind «of ORG,», or before «, the …». */
export function personBeside(
  draft: DraftView,
  view: SentenceView,
  cue: CueMatch,
  known: readonly Stated<NameValue>[],
): Person | undefined {
  const { items } = view;
  const { text } = draft.draft.prose;
  for (const at of placesBehind(items, cue.end)) {
    const person = personAt(items, at, text, known);
    if (person) return person;
  }
  const direct = personEnding(items, behindVerb(items, cue.start), text, known);
  if (direct) return direct;
  let at = cue.start - 1;
  for (let steps = 0; steps < 6 && at > 0; steps += 1, at -= 1) {
    const item = items[at]!;
    if (item.lower === ',' || item.lower === '(' || item.lower === '–' || item.lower === '—')
      return personEnding(items, at, text, known);
    if (item.lower === 'who' || item.lower === 'is' || item.lower === 'was')
      return personEnding(items, items[at - 1]?.lower === ',' ? at - 1 : at, text, known);
    if (item.kind !== 'word' && entitiesOf(item).length === 0) return undefined;
  }
  return undefined;
}

/** «X runs Y», «X stays on as chief executive»: where the name must end that the role's verb belongs to. */
function behindVerb(items: readonly Item[], start: number): number {
  if (items[start - 1]?.lower !== 'as') return start;
  let at = start - 1;
  while (at > start - 5 && items[at - 1]?.kind === 'word' && !/^\p{Lu}/u.test(items[at - 1]!.lower)) {
    at -= 1;
    if (ROLE_VERBS.has(items[at]!.stem)) return at;
  }
  return start;
}

const ROLE_VERBS = new Set(['stay', 'remain', 'serv', 'continu', 'join', 'return', 'act', 'work']);

function placesBehind(items: readonly Item[], end: number): readonly number[] {
  const places = [end];
  if (items[end]?.lower === ',' || items[end]?.lower === 'is' || items[end]?.lower === ':')
    places.push(end + 1);
  if (items[end]?.lower === 'of' || items[end]?.lower === 'at') {
    for (let at = end + 1; at <= end + 3; at += 1) {
      if (entitiesOf(items[at]).length === 0) continue;
      places.push(items[at + 1]?.lower === ',' ? at + 2 : at + 1);
    }
  }
  return places;
}

function personAt(
  items: readonly Item[],
  at: number,
  text: string,
  known: readonly Stated<NameValue>[],
): Person | undefined {
  const start = items[at]?.span.start;
  if (start === undefined) return undefined;
  const stated = known.find(({ span }) => span.start === start);
  const person = readPersonAt(items, at, text);
  if (stated && (person === undefined || person.span.end <= stated.span.end))
    return { span: stated.span, name: stated.value.name, known: true };
  return person && { span: person.span, name: person.name, known: false };
}

function personEnding(
  items: readonly Item[],
  end: number,
  text: string,
  known: readonly Stated<NameValue>[],
): Person | undefined {
  const stop = items[end - 1]?.span.end;
  if (stop === undefined) return undefined;
  const stated = known.find(({ span }) => span.end === stop);
  const person = readPersonBefore(items, end, text);
  if (stated && (person === undefined || stated.span.start <= person.span.start))
    return { span: stated.span, name: stated.value.name, known: true };
  return person && { span: person.span, name: person.name, known: false };
}
