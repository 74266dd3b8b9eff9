import { getLocation, type JSONPath, type Location } from 'jsonc-parser';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { checks } from '../checks/index.ts';
import type { FactBase } from '../facts/facts.ts';
import { ENTITY_TYPES } from '../facts/readEntity.ts';
import { RULE_SEVERITIES, SETTINGS } from '../settings.ts';
import type { Span } from '../text/span.ts';
import { toRange } from './toProtocol.ts';
import type { FileView } from './views.ts';
import { factTitle, sourceWords } from './words.ts';

/** Something that may be written, and what it means. */
type Choices = readonly (readonly [text: string, detail: string])[];

const names = (...texts: string[]): Choices => texts.map((text) => [text, '']);

const NAMES = ['aliases', 'ambiguous', 'misnomers', 'formerNames', 'descriptors'];
const VALUE = ['value', 'also', 'from', 'to', 'basis', 'source'];

/** Members by the shape of the way to them; `*` is any key or index. */
const MEMBERS: Readonly<Record<string, Choices>> = {
  '': names('$schema', 'version', 'title', 'sources', 'entities', 'relations', 'facts', 'remove', 'extend'),
  'sources/*': names('title', 'publisher', 'published', 'url'),
  'entities/*': names(
    'type',
    'name',
    'legalName',
    ...NAMES,
    'country',
    'headquarters',
    'ticker',
    'source',
    'examples',
  ),
  'entities/*/misnomers/*': names('text', 'correct'),
  'entities/*/formerNames/*': names('name', 'until', 'source'),
  'relations/*': names('kind', 'cues', 'directed'),
  'extend/*': names(...NAMES),
  'facts/*': names(
    ...['id', 'subject', 'relation', 'object', 'of', 'about', 'value', 'values', 'also', 'from', 'to'],
    ...['basis', 'period', 'tolerance', 'source', 'note', 'reviewBy', 'examples', 'extend'],
  ),
  'facts/*/values/*': names(...VALUE),
};

const TYPES = names(...ENTITY_TYPES);
const VALUE_KINDS = names('percent', 'date', 'duration', 'name', 'amount', 'count');

/**
 * What could stand at the cursor of a facts file: ids of entities, relations and sources, types; members too, where the
 * client does not know them from the schema.
 */
export function completionsInFacts(view: FileView, offset: number, knowsSchemas: boolean): CompletionItem[] {
  const location = getLocation(view.document.getText(), offset);
  const { path, isAtPropertyKey } = location;
  const choices = isAtPropertyKey
    ? [
        ...idKeys(view.scope.facts, path),
        ...(knowsSchemas ? [] : (MEMBERS[shapeOf(path.slice(0, -1))] ?? [])),
      ]
    : valueChoices(view.scope.facts, path, knowsSchemas);
  return toItems(view, offset, location, choices);
}

/** Keys and severities of a configuration, where the client does not know them from the schema. */
export function completionsInConfig(view: FileView, offset: number, knowsSchemas: boolean): CompletionItem[] {
  if (knowsSchemas) return [];
  const location = getLocation(view.document.getText(), offset);
  return toItems(view, offset, location, configChoices(location));
}

function configChoices({ path, isAtPropertyKey }: Location): Choices {
  const shape = shapeOf(path.slice(0, -1));
  if (isAtPropertyKey) {
    if (path[0] === 'rules' && path.length === 2) return checks.map(({ code, title }) => [code, title]);
    if (shape === 'accepted/*') return names('code', 'text', 'file', 'reason', 'until');
    const own = SETTINGS.filter((setting) => !('editorOnly' in setting));
    return path.length === 1 ? own.map(({ key, description }) => [key, description]) : [];
  }
  if (shape === 'rules') return names(...RULE_SEVERITIES);
  return path[0] === 'accepted' && path[2] === 'code' ? checks.map(({ code, title }) => [code, title]) : [];
}

/** `['facts', 3, 'values', 0]` as `facts/*\/values/*`: every second step is an id or an index. */
function shapeOf(path: JSONPath): string {
  return path.map((step, index) => (index % 2 === 1 ? '*' : String(step))).join('/');
}

/** `extend` speaks of entities of the layers below. */
function idKeys(facts: FactBase, path: JSONPath): Choices {
  return path[0] === 'extend' && path.length === 2 ? entityChoices(facts) : [];
}

function valueChoices(facts: FactBase, path: JSONPath, knowsSchemas: boolean): Choices {
  const key = path.findLast((step) => typeof step === 'string');
  if (path[0] === 'facts' && (key === 'subject' || key === 'object')) return entityChoices(facts);
  if (path[0] === 'facts' && key === 'relation') {
    return [...facts.relations.values()].map(({ id, kind, cues }) => [
      id,
      `${kind}: ${cues.slice(0, 3).join(', ')}`,
    ]);
  }
  if (key === 'source') return [...facts.sources.values()].map((source) => [source.id, sourceWords(source)]);
  if (path[0] === 'remove') {
    return [
      ...entityChoices(facts),
      ...[...facts.facts.values()].map((fact) => [fact.id, factTitle(facts, fact)] as const),
    ];
  }
  if (knowsSchemas) return [];
  if (path[0] === 'entities' && key === 'type') return TYPES;
  return path[0] === 'relations' && key === 'kind' ? VALUE_KINDS : [];
}

function entityChoices({ entities }: FactBase): Choices {
  return [...entities.values()].map(({ id, name, type }) => [id, `${name} (${type})`]);
}

function toItems(
  { document }: FileView,
  offset: number,
  { previousNode, isAtPropertyKey }: Location,
  choices: Choices,
): CompletionItem[] {
  const start = previousNode?.offset ?? offset;
  const isInside = previousNode !== undefined && start <= offset && offset <= start + previousNode.length;
  const span: Span = isInside ? { start, end: start + previousNode.length } : { start: offset, end: offset };
  const range = toRange(document, span);
  // A key that stands there already has its colon.
  const colon = isAtPropertyKey && !isInside ? ': ' : '';
  return choices.map(([text, detail]) => ({
    label: text,
    detail,
    kind: isAtPropertyKey ? CompletionItemKind.Property : CompletionItemKind.Reference,
    filterText: JSON.stringify(text),
    textEdit: { range, newText: JSON.stringify(text) + colon },
  }));
}
