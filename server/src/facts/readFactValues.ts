import { readDaysAt } from './dates.ts';
import type { FactValue, Relation } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import { optional } from './readEntity.ts';
import {
  checkMembers,
  isMembers,
  type Members,
  nameOf,
  type Reading,
  readText,
  readTexts,
  requireText,
} from './reading.ts';
import { understandValue } from './understand.ts';

const VALUE_MEMBERS = new Set(['value', 'also', 'from', 'to', 'basis', 'source']);

/** The values of a fact, and where each stands in its file. */
export interface FactValues {
  readonly values: readonly FactValue[];
  readonly valuePlaces: readonly Place[];
}

/** The `value` or `values` of a fact; empty (and a problem) where there is none that could be used. */
export function readFactValues(
  reading: Reading,
  owner: Members,
  place: Place,
  relation: Relation | undefined,
): FactValues {
  const { value, values } = owner;
  const own = readTexts(reading, owner, place, 'source', 'or-one');
  if (value === undefined && values === undefined)
    reading.report('The fact has neither “value” nor “values”.', place);
  if (value !== undefined && values !== undefined)
    reading.report('A fact has either “value” or “values”; “value” is passed over.', [...place, 'value']);
  if (values === undefined) {
    const read = value === undefined ? undefined : readFactValue(reading, owner, place, relation, []);
    return read ? { values: [read], valuePlaces: [place] } : { values: [], valuePlaces: [] };
  }
  if (Array.isArray(values)) return readTimeline(reading, values, [...place, 'values'], relation, own);
  reading.report(`“values” must be a list in brackets, not ${nameOf(values)}.`, [...place, 'values']);
  return { values: [], valuePlaces: [] };
}

function readTimeline(
  reading: Reading,
  list: readonly unknown[],
  place: Place,
  relation: Relation | undefined,
  inherited: readonly string[],
): FactValues {
  if (list.length === 0) reading.report('“values” is empty.', place);
  const values: FactValue[] = [];
  const valuePlaces: Place[] = [];
  list.forEach((entry, index) => {
    const at = [...place, index];
    if (!isMembers(entry)) {
      const message = `An entry of “values” must be an object such as { "value": "15%" }, not ${nameOf(entry)}.`;
      reading.report(message, at);
      return;
    }
    checkMembers(reading, entry, at, VALUE_MEMBERS);
    const value = readFactValue(reading, entry, at, relation, inherited);
    if (!value) return;
    values.push(value);
    valuePlaces.push(at);
  });
  checkOverlaps(reading, values, valuePlaces);
  return { values, valuePlaces };
}

function readFactValue(
  reading: Reading,
  owner: Members,
  place: Place,
  relation: Relation | undefined,
  inherited: readonly string[],
): FactValue | undefined {
  const text = requireText(reading, owner, place, 'value');
  const sources = readTexts(reading, owner, place, 'source', 'or-one');
  const fromText = readText(reading, owner, place, 'from');
  const toText = readText(reading, owner, place, 'to');
  const from = readDaysAt(reading, fromText, place, 'from')?.from;
  const to = readDaysAt(reading, toText, place, 'to')?.from;
  const basis = readText(reading, owner, place, 'basis');
  const alsoTexts = readTexts(reading, owner, place, 'also');
  if (text === undefined) return undefined;
  if (from !== undefined && to !== undefined && from >= to) {
    reading.report(`“${text}” would hold from ${fromText} to ${toText}, which is no time at all.`, [
      ...place,
      'to',
    ]);
    return undefined;
  }
  // A bound that cannot be read is not an open bound: the value would hold for all time.
  if ((fromText !== undefined && from === undefined) || (toText !== undefined && to === undefined))
    return undefined;
  return {
    text,
    ...understandTexts(reading, text, alsoTexts, place, relation),
    ...optional('from', from),
    ...optional('to', to),
    ...optional('fromText', fromText),
    ...optional('toText', toText),
    ...optional('basis', basis),
    sources: sources.length > 0 ? sources : inherited,
    location: reading.location(place),
  };
}

const NONE: readonly never[] = [];

/** A value and its `also`, scanned; reports those that are not of the relation's kind. */
export function understandTexts(
  reading: Pick<Reading, 'report'>,
  text: string,
  alsoTexts: readonly string[],
  place: Place,
  relation: Relation | undefined,
): Pick<FactValue, 'value' | 'also' | 'alsoTexts'> {
  const { value, problem } = understandValue(text, relation?.kind, relation?.id);
  if (problem) reading.report(problem, [...place, 'value']);
  const kind = relation?.kind ?? value?.kind;
  if (kind === undefined) return { also: [], alsoTexts };
  if (alsoTexts.length === 0) return { ...optional('value', value), also: NONE, alsoTexts };
  const also = alsoTexts.map((other, index) => {
    const understood = understandValue(other, kind, relation?.id);
    if (understood.problem) reading.report(understood.problem, [...place, 'also', index]);
    return understood.value;
  });
  return {
    ...optional('value', value),
    also: also.filter((other) => other !== undefined),
    alsoTexts: alsoTexts.filter((_, index) => also[index] !== undefined),
  };
}

/** Values that hold at once want a basis each, and not the same one. Both are used all the same. */
function checkOverlaps(reading: Reading, values: readonly FactValue[], places: readonly Place[]): void {
  const order = values.map((_, index) => index).sort((a, b) => startOf(values[a]) - startOf(values[b]));
  let longest: FactValue | undefined;
  for (const index of order) {
    const value = values[index] as FactValue;
    if (longest && startOf(value) < endOf(longest)) {
      const missing = value.basis === undefined || longest.basis === undefined;
      if (missing || value.basis === longest.basis) {
        const since = value.fromText === undefined ? '' : ` from ${value.fromText}`;
        const what = missing ? 'say on what “basis” each does' : 'their “basis” must differ';
        reading.report(
          `“${longest.text}” and “${value.text}” hold at the same time${since}; ${what}.`,
          places[index] as Place,
        );
      }
    }
    if (!longest || endOf(value) > endOf(longest)) longest = value;
  }
}

function startOf(value: FactValue | undefined): number {
  return value?.from ?? Number.NEGATIVE_INFINITY;
}

function endOf(value: FactValue): number {
  return value.to ?? Number.POSITIVE_INFINITY;
}
