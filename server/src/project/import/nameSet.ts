/** A set of names that keeps only a hash of each: some ten bytes a name, whatever its length. */
export interface NameSet {
  /** Whether the name is new; it is in the set from then on. Two names in 2⁵³ are taken for one. */
  add(name: string): boolean;
  has(name: string): boolean;
}

const FIRST_SIZE = 1024;

/** An empty set. */
export function createNameSet(): NameSet {
  let slots = new Float64Array(FIRST_SIZE);
  let count = 0;

  function grow(): void {
    const before = slots;
    slots = new Float64Array(2 * before.length);
    for (const hash of before) if (hash !== 0) slots[slotOf(slots, hash)] = hash;
  }
  return {
    add(name) {
      if (4 * count > 3 * slots.length) grow();
      const hash = hashOf(name);
      const slot = slotOf(slots, hash);
      if (slots[slot] === hash) return false;
      slots[slot] = hash;
      count++;
      return true;
    },
    has: (name) => {
      const hash = hashOf(name);
      return slots[slotOf(slots, hash)] === hash;
    },
  };
}

/** Where a hash stands, or the free slot where it would. The size is a power of two. */
function slotOf(slots: Float64Array, hash: number): number {
  const mask = slots.length - 1;
  let slot = hash % slots.length;
  while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** 53 bits, never 0: two FNV-1a hashes of 32 bits with different bases, the second cut short. */
function hashOf(name: string): number {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
  }
  return (a >>> 0) + (b >>> 11) * 2 ** 32 || 1;
}
