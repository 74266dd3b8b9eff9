import { readJsonDocument } from '../facts/jsonDocument.ts';
import { isMembers, type Members } from '../facts/reading.ts';
import { decodeText } from '../project/readText.ts';
import type { Context } from './context.ts';
import type { FileView } from './views.ts';

/** How the open text of a facts file differs from what the disk holds. */
export interface Unsaved {
  /** What the disk holds. */
  readonly saved: string;
  /** Ids of the facts that are new, changed or gone. */
  readonly facts: ReadonlySet<string>;
  /** Those that the open text no longer has. */
  readonly gone: ReadonlySet<string>;
  /** Subjects and objects of those facts; undefined where more than facts has changed, which may concern any draft. */
  readonly entities?: ReadonlySet<string>;
}

/** What is changed and not saved yet; undefined where nothing is, or where one of the two texts is no JSON. */
export function unsavedIn(context: Context, { path, document }: FileView): Unsaved | undefined {
  const saved = textOnDisk(context, path);
  const text = document.getText();
  if (saved === undefined || saved === text) return undefined;
  const before = readJsonDocument(saved).root;
  const now = readJsonDocument(text).root;
  if (!isMembers(before) || !isMembers(now)) return undefined;
  const old = factsOf(before);
  const own = factsOf(now);
  const ids = [...new Set([...old.keys(), ...own.keys()])];
  const facts = ids.filter((id) => JSON.stringify(old.get(id)) !== JSON.stringify(own.get(id)));
  const isOnlyFacts = JSON.stringify(withoutFacts(before)) === JSON.stringify(withoutFacts(now));
  if (facts.length === 0 && isOnlyFacts) return undefined;
  const concerned = facts.flatMap((id) => [...entitiesOf(old.get(id)), ...entitiesOf(own.get(id))]);
  return {
    saved,
    facts: new Set(facts),
    gone: new Set(facts.filter((id) => !own.has(id))),
    ...(isOnlyFacts && { entities: new Set(concerned) }),
  };
}

/** Past the open documents, which the session's own file system lays over the disk. */
function textOnDisk({ host: { fileSystem } }: Context, path: string): string | undefined {
  if (fileSystem.kindOf(path) !== 'file') return undefined;
  const decoded = decodeText(fileSystem.read(path));
  return 'text' in decoded ? decoded.text : undefined;
}

function factsOf({ facts }: Members): ReadonlyMap<string, Members> {
  const list: readonly unknown[] = Array.isArray(facts) ? facts : [];
  return new Map(list.filter(isMembers).map((fact) => [String(fact.id), fact]));
}

function withoutFacts({ facts: _, ...rest }: Members): Members {
  return rest;
}

function entitiesOf(fact: Members | undefined): readonly string[] {
  return [fact?.subject, fact?.object].filter((id) => typeof id === 'string');
}
