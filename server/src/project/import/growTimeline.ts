import { insertAtPath } from '../../facts/insertJson.ts';
import { isMembers, type Members } from '../../facts/reading.ts';
import { sortedJson } from './factsText.ts';

/** What an import adds to the timeline of a fact that a facts file has: values, and where the ones before them end now. */
export interface Growth {
  /** Of the fact, in the list of the file's facts. */
  readonly index: number;
  readonly ends: readonly { readonly index: number; readonly to: string }[];
  readonly added: readonly Members[];
}

/** How a fact as imported goes beyond the one in the file; undefined where it differs from it in anything else. */
export function growthOf(index: number, known: unknown, entry: Members): Growth | undefined {
  if (!isMembers(known) || !Array.isArray(known.values) || !Array.isArray(entry.values)) return undefined;
  const { values: before, ...rest } = known;
  const { values: after, ...others } = entry;
  if (sortedJson(rest) !== sortedJson(others)) return undefined;
  const left = (after as readonly unknown[]).filter(isMembers);
  const ends: { index: number; to: string }[] = [];
  for (const [at, value] of (before as readonly unknown[]).entries()) {
    const found = left.findIndex(
      (it) => sortedJson({ ...it, to: undefined }) === sortedJson(withoutEnd(value, it)),
    );
    const [same] = found < 0 ? [] : left.splice(found, 1);
    if (!same) return undefined;
    if (isMembers(value) && value.to === undefined && typeof same.to === 'string')
      ends.push({ index: at, to: same.to });
  }
  return left.length === 0 ? undefined : { index, ends, added: left };
}

/** Without its end, where that is the other's too or is open: an open end may close. */
function withoutEnd(value: unknown, other: Members): unknown {
  const isOpen = isMembers(value) && (value.to === undefined || value.to === other.to);
  return isOpen ? { ...value, to: undefined } : value;
}

/** Writes what is added into the text of the file; all else stays as it is to the letter. */
export function grow(text: string, { index, ends, added }: Growth): string {
  const values = ['facts', index, 'values'];
  const closed = ends.reduce(
    (before, end) => insertAtPath(before, [...values, end.index], end.to, 'to'),
    text,
  );
  return added.reduce<string>((before, value) => insertAtPath(before, values, value), closed);
}
