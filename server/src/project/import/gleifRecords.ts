import { isMembers } from '../../facts/reading.ts';
import type { LeiName, LeiRecord } from './gleif.ts';

/** The headings of GLEIF's own CSV that a file must have to be one. */
export const LEI_HEADINGS = ['LEI', 'Entity.LegalName'] as const;

/** Further names stand in columns of their own, up to so many. */
const OTHER_NAMES = /^Entity\.(?:Transliterated)?OtherEntityNames\.(?:Transliterated)?OtherEntityName\.\d+$/;

/** Reads rows of GLEIF's CSV by their headings. */
export function leiRowReader(headings: readonly string[]): (cells: readonly string[]) => LeiRecord {
  const places = new Map(headings.map((heading, index) => [heading.trim(), index]));
  const others = [...places.keys()].filter((heading) => OTHER_NAMES.test(heading));
  return (cells) => {
    const text = (heading: string) => cells[places.get(heading) ?? -1]?.trim() ?? '';
    return {
      lei: text('LEI'),
      legalName: text('Entity.LegalName'),
      language: text('Entity.LegalName.xmllang'),
      otherNames: others
        .map((heading) => ({
          name: text(heading),
          language: text(`${heading}.xmllang`),
          type: text(`${heading}.type`),
        }))
        .filter(({ name }) => name !== ''),
      country: text('Entity.LegalAddress.Country'),
      category: text('Entity.EntityCategory'),
      status: text('Entity.EntityStatus'),
      registration: text('Registration.RegistrationStatus'),
    };
  };
}

/** Reads a record of GLEIF's JSON file (`{ "LEI": { "$": … } }`) or of its API (`{ "attributes": { "lei": … } }`). */
export function readLeiJson(record: unknown): LeiRecord | undefined {
  if (!isMembers(record)) return undefined;
  if (isMembers(record.attributes)) return readApiRecord(record.attributes);
  if (!isMembers(record.Entity)) return undefined;
  const { Entity: entity, Registration: registration } = record;
  return {
    lei: textAt(record, 'LEI', '$'),
    legalName: textAt(entity, 'LegalName', '$'),
    language: textAt(entity, 'LegalName', '@xml:lang'),
    otherNames: [
      ...cdfNames(entity, 'OtherEntityNames', 'OtherEntityName'),
      ...cdfNames(entity, 'TransliteratedOtherEntityNames', 'TransliteratedOtherEntityName'),
    ],
    country: textAt(entity, 'LegalAddress', 'Country', '$'),
    category: textAt(entity, 'EntityCategory', '$'),
    status: textAt(entity, 'EntityStatus', '$'),
    registration: textAt(registration, 'RegistrationStatus', '$'),
  };
}

function cdfNames(entity: unknown, list: string, item: string): readonly LeiName[] {
  return listAt(entity, list, item).map((it) => ({
    name: textAt(it, '$'),
    language: textAt(it, '@xml:lang'),
    type: textAt(it, '@type'),
  }));
}

function readApiRecord(attributes: Readonly<Record<string, unknown>>): LeiRecord {
  const { entity, registration } = attributes;
  return {
    lei: textAt(attributes, 'lei'),
    legalName: textAt(entity, 'legalName', 'name'),
    language: textAt(entity, 'legalName', 'language'),
    otherNames: ['otherNames', 'transliteratedOtherNames'].flatMap((list) =>
      listAt(entity, list).map((it) => ({
        name: textAt(it, 'name'),
        language: textAt(it, 'language'),
        type: textAt(it, 'type'),
      })),
    ),
    country: textAt(entity, 'legalAddress', 'country'),
    category: textAt(entity, 'category'),
    status: textAt(entity, 'status'),
    registration: textAt(registration, 'status'),
  };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const key of path) at = isMembers(at) ? at[key] : undefined;
  return at;
}

function textAt(value: unknown, ...path: readonly string[]): string {
  const text = valueAt(value, path);
  return typeof text === 'string' ? text.trim() : '';
}

/** A list; XML turned into JSON leaves one element by itself. */
function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const list = valueAt(value, path);
  if (Array.isArray(list)) return list;
  return list === undefined || list === null ? [] : [list];
}
