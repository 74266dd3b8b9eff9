/** A map whose values are made when they are first asked for: one key, one value, the same object ever after. */
export function lazyMap<T>(keys: readonly string[], make: (index: number) => T): ReadonlyMap<string, T> {
  const indexes = new Map(keys.map((key, index) => [key, index]));
  const made: T[] = [];
  const at = (index: number) => (made[index] ??= make(index));
  const get = (key: string) => {
    const index = indexes.get(key);
    return index === undefined ? undefined : at(index);
  };
  function* entries(): MapIterator<[string, T]> {
    for (const [index, key] of keys.entries()) yield [key, at(index)];
    return undefined;
  }
  function* values(): MapIterator<T> {
    for (const index of keys.keys()) yield at(index);
    return undefined;
  }
  const map: ReadonlyMap<string, T> = {
    get,
    has: (key) => indexes.has(key),
    size: keys.length,
    keys: () => indexes.keys(),
    values,
    entries,
    forEach: (call) => {
      for (const [key, value] of entries()) call(value, key, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
