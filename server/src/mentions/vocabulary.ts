import { mayHold } from './bloom.ts';
import { fold } from './letters.ts';
import filters from './wordFilters.json' with { type: 'json' };

type Filter = keyof typeof filters;

const decoded = new Map<Filter, Uint8Array>();

/** An ordinary English word in any of its forms, a month or a weekday (SCOWL's lists up to size 70). */
export function isOrdinaryWord(word: string): boolean {
  return holds('ordinary', word);
}

/** A given name somewhere in the world. */
export function isGivenName(word: string): boolean {
  return holds('given', word);
}

/** A given name, a family name or a town. */
export function isKnownName(word: string): boolean {
  return holds('names', word);
}

function holds(filter: Filter, word: string): boolean {
  return mayHold(filterOf(filter), fold(word));
}

/** Decoded when first asked: most drafts never ask. Constant data, so that keeping it changes no answer. */
function filterOf(filter: Filter): Uint8Array {
  const known = decoded.get(filter);
  if (known !== undefined) return known;
  const binary = atob(filters[filter]);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  decoded.set(filter, bytes);
  return bytes;
}
