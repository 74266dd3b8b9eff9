import { splitLegalForm } from '../../mentions/legalForms.ts';
import { plain } from '../../mentions/letters.ts';
import { filled, type Imported, type Importer, toId } from './imported.ts';
import type { Known } from './known.ts';
import { createNameSet } from './nameSet.ts';
import { isDistinctive, readRegisterName } from './registerName.ts';

/** One legal entity of the Global LEI Index (level 1), whatever the format of its file (LEI-CDF 2.1 and 3.1). */
export interface LeiRecord {
  readonly lei: string;
  readonly legalName: string;
  /** As in BCP 47; empty where it is not given. */
  readonly language: string;
  readonly otherNames: readonly LeiName[];
  /** ISO 3166 of its legal address. */
  readonly country: string;
  /** `GENERAL`, `FUND`, `RESIDENT_GOVERNMENT_ENTITY` … */
  readonly category: string;
  /** `ACTIVE` or `INACTIVE`. */
  readonly status: string;
  /** `ISSUED`, `LAPSED`, `DUPLICATE` … */
  readonly registration: string;
}

/** A further name, with its language and its type. */
export interface LeiName {
  readonly name: string;
  readonly language: string;
  readonly type: string;
}

/** ISO 17442: eighteen letters or digits and two digits. */
const LEI = /^[A-Z0-9]{18}\d{2}$/;
/** Registrations that were entered by mistake. */
const VOID = new Set(['DUPLICATE', 'ANNULLED', 'CANCELLED']);
const SOURCE = {
  id: 'gleif-lei-index',
  entry: {
    title: 'Global LEI Index, level 1 data',
    publisher: 'Global Legal Entity Identifier Foundation',
    url: 'https://www.gleif.org/en/lei-data/gleif-golden-copy',
  },
} as const;

/** Turns records into entities; keeps of each only the hashes of its names. */
export function importLei(known: Known): Importer<LeiRecord> {
  const names = createNameSet();
  let isUsed = false;
  return {
    *take(record, line) {
      const skipped = skip(record);
      if (skipped) {
        yield skipped;
        return;
      }
      if (!LEI.test(record.lei)) {
        yield reject(`“${record.lei}” is no legal entity identifier (LEI).`, line);
        return;
      }
      if (record.legalName === '') {
        yield reject(`The record of ${record.lei} has no legal name.`, line);
        return;
      }
      isUsed = true;
      const isFree = (name: string) => known.ownerOf(name) === undefined && names.add(name);
      yield entityOf(record, line, known, isFree);
    },
    *end() {
      if (isUsed && !known.hasSource(SOURCE.id)) yield { kind: 'source', ...SOURCE };
    },
  };
}

function skip({ status, registration }: LeiRecord): Imported | undefined {
  if (status !== '' && status !== 'ACTIVE') return { kind: 'skipped', reason: 'no longer active' };
  if (VOID.has(registration)) return { kind: 'skipped', reason: 'registered by mistake' };
  return undefined;
}

function reject(message: string, line: number): Imported {
  return { kind: 'rejected', message, line };
}

function entityOf(
  record: LeiRecord,
  line: number,
  known: Known,
  isFree: (name: string) => boolean,
): Imported {
  const owner = known.ownerOf(record.legalName);
  if (owner !== undefined && !owner.startsWith('lei-')) {
    return { kind: 'skipped', reason: 'known already by their legal names' };
  }
  const main = latinName(record);
  const register = readRegisterName(main);
  // Of a group's many «Siemens» the first is called so; the others go by their full names.
  const full = register.legalName ?? register.name;
  const name = isFree(register.name)
    ? register.name
    : full === register.name || !isFree(full)
      ? undefined
      : full;
  if (name === undefined) return { kind: 'skipped', reason: 'bear the name of another' };
  const legalName = name !== full ? register.legalName : undefined;
  const others = sortNames(record, main, name, isFree);
  const entry = filled({
    type: TYPES[record.category] ?? 'company',
    name,
    legalName,
    aliases: others.aliases,
    ambiguous: [...new Set([...register.ambiguous, ...others.ambiguous])],
    formerNames: others.former,
    country: record.country,
    source: SOURCE.id,
  });
  return { kind: 'entity', id: toId(`lei ${record.lei}`), entry, line };
}

const TYPES: Readonly<Record<string, string>> = {
  RESIDENT_GOVERNMENT_ENTITY: 'agency',
  INTERNATIONAL_ORGANIZATION: 'organization',
  SOLE_PROPRIETOR: 'organization',
  FUND: 'other',
};

const LATIN = /^[\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}]+$/u;
/** Ways to write the legal name itself; one that a machine made is nobody's. */
const TRANSLITERATED = new Set([
  'PREFERRED_ASCII_TRANSLITERATED_LEGAL_NAME',
  'ALTERNATIVE_LANGUAGE_LEGAL_NAME',
]);

/** The legal name, or how it is written in Latin letters, English first: copy cannot write another. */
function latinName({ legalName, otherNames }: LeiRecord): string {
  if (LATIN.test(legalName)) return legalName;
  const written = otherNames.filter(({ type, name }) => TRANSLITERATED.has(type) && LATIN.test(name));
  const english = written.find(({ language }) => language.toLowerCase().startsWith('en'));
  return (english ?? written[0])?.name ?? legalName;
}

interface OtherNames {
  readonly aliases: string[];
  readonly ambiguous: string[];
  readonly former: { readonly name: string }[];
}

function sortNames(
  { legalName, otherNames }: LeiRecord,
  main: string,
  name: string,
  isFree: (name: string) => boolean,
): OtherNames {
  const sorted: OtherNames = { aliases: [], ambiguous: [], former: [] };
  const own = new Set([name, main].map(baseOf));
  const all =
    main === legalName ? otherNames : [{ name: legalName, type: 'LEGAL', language: '' }, ...otherNames];
  for (const { name: other, type } of all) {
    const { name: written, legalName: full, ambiguous } = readRegisterName(other);
    const base = baseOf(written);
    if (other === '' || type.startsWith('AUTO_') || own.has(base) || !isFree(full ?? written)) continue;
    own.add(base);
    if (type !== 'PREVIOUS_LEGAL_NAME') {
      sorted.aliases.push(full ?? written);
      sorted.ambiguous.push(...ambiguous);
    } else if (ambiguous.length === 0 && isDistinctive(base)) sorted.former.push({ name: written });
  }
  return sorted;
}

function baseOf(name: string): string {
  return splitLegalForm(plain(name)).base.toLowerCase();
}
