import { splitLegalForm } from '../../mentions/legalForms.ts';
import { isAllCaps, plain } from '../../mentions/letters.ts';
import { isKnownName, isOrdinaryWord } from '../../mentions/vocabulary.ts';

/** How a name from a register may be looked for in copy. */
export interface RegisterName {
  /** What a fix would write. */
  readonly name: string;
  /** Only where it is sure enough to call another legal form wrong. */
  readonly legalName?: string;
  /** Right forms that need support: ordinary words, and capitals read as copy would write them. */
  readonly ambiguous: readonly string[];
}

/**
 * A firm's name as a register has it. One that is made of ordinary words, given names or towns alone stands for many
 * («Green Energy GmbH»), and of one in capitals nobody knows how copy writes it («PAYPAL HOLDINGS»): such names count only
 * with support, and nothing is measured against them.
 */
export function readRegisterName(written: string): RegisterName {
  const full = written.replace(/\s+/g, ' ').trim();
  const base = bareName(full);
  if (isAllCaps(base) && /\p{Lu}/u.test(base))
    return { name: full, ambiguous: [...new Set([base, inCopy(base)])] };
  if (!isDistinctive(base)) return { name: full, ambiguous: [base] };
  return base === plain(full)
    ? { name: full, ambiguous: [] }
    : { name: base, legalName: full, ambiguous: [] };
}

/** Without its legal form, and without the one before that («CO LTD» in capitals). */
function bareName(name: string): string {
  let { base, id } = splitLegalForm(plain(name));
  while (id !== undefined) ({ base, id } = splitLegalForm(base));
  return base;
}

/** Whether some word of a name is neither an ordinary word nor anybody's name, or has a capital or a digit inside. */
export function isDistinctive(base: string): boolean {
  return base
    .split(/[^\p{L}\p{M}\p{N}'&]+/u)
    .some(
      (word) =>
        word.length > 2 && (/.[\p{Lu}\d]/u.test(word) || !(isOrdinaryWord(word) || isKnownName(word))),
    );
}

/** «MICROSOFT» as «Microsoft»; what looks like an acronym stays one. */
function inCopy(base: string): string {
  return base.replace(/\p{L}+/gu, (word) => (isAcronym(word) ? word : word[0] + word.slice(1).toLowerCase()));
}

function isAcronym(word: string): boolean {
  return word.length < 4 || !/[AEIOUY]/.test(word);
}
