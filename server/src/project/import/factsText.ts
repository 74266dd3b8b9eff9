import { isMembers } from '../../facts/reading.ts';
import type { Imported } from './imported.ts';

/** Writes imported entries as the text of a facts file, an entry a line; entities are written as they come. */
export interface FactsWriter {
  /** The text up to here. */
  start(): string;
  add(imported: Imported): string;
  /** The rest; the file is whole with it. */
  end(): string;
  /** How many of each kind. */
  readonly counts: Readonly<Record<Imported['kind'], number>>;
}

/** A writer of a facts file with this title. */
export function openFactsWriter(title: string): FactsWriter {
  const counts = { source: 0, entity: 0, extend: 0, fact: 0, rejected: 0, skipped: 0 };
  const later: Record<'source' | 'extend' | 'fact', string[]> = { source: [], extend: [], fact: [] };
  function section(name: string, [open, close]: string, found: readonly string[]): string {
    if (found.length === 0) return '';
    return `,\n  "${name}": ${open}\n${found.map((text) => `    ${text}`).join(',\n')}\n  ${close}`;
  }
  return {
    counts,
    start() {
      return `{\n  "version": 1,\n  "title": ${JSON.stringify(title)},\n  "entities": {`;
    },
    add(imported) {
      counts[imported.kind]++;
      if (imported.kind === 'rejected' || imported.kind === 'skipped') return '';
      const json = oneLine(imported.entry);
      const text = imported.kind === 'fact' ? json : `${JSON.stringify(imported.id)}: ${json}`;
      if (imported.kind !== 'entity') {
        later[imported.kind].push(text);
        return '';
      }
      return `${counts.entity === 1 ? '' : ','}\n    ${text}`;
    },
    end() {
      const sections = [
        section('extend', '{}', later.extend),
        section('sources', '{}', later.source),
        section('facts', '[]', later.fact),
      ];
      return `\n  }${sections.join('')}\n}\n`;
    },
  };
}

/** `{ "id": "a", "tags": ["b"] }` */
export function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

/** JSON in which the order of members does not count. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isMembers(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
