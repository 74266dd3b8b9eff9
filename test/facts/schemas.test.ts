import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { checks } from '../../server/src/checks/index.ts';
import { DIRECTIVE_CODE } from '../../server/src/checks/silence.ts';
import { readJsonDocument } from '../../server/src/facts/jsonDocument.ts';
import { ENTITY_TYPES } from '../../server/src/facts/readEntity.ts';
import { builtInRelations } from '../../server/src/facts/relations.ts';
import { FACT_KINDS } from '../../server/src/facts/understand.ts';
import { RULE_SEVERITIES, SETTINGS, type Setting } from '../../server/src/settings.ts';

const FOLDER = path.join(process.cwd(), 'server', 'schemas');
const read = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));
const facts = read('facts.schema.json');
const config = read('factlint.schema.json');

/** `defaultSnippets` and the like are VS Code's own words: any keyword goes, but the structure must hold. */
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const isFacts = ajv.compile(facts);
const isConfig = ajv.compile(config);

test('the relations, with a word on each that begins with its kind', () => {
  const [{ enum: ids, enumDescriptions }] = facts.definitions.fact.properties.relation.anyOf;
  assert.deepEqual(ids, [...builtInRelations.keys()]);
  ids.forEach((id: string, index: number) => {
    const { kind, directed } = builtInRelations.get(id)!;
    assert.ok(enumDescriptions[index].startsWith(`${kind}. `), id);
    assert.equal(/Directed/.test(enumDescriptions[index]), directed, id);
  });
});

test('the types of entities and the kinds of values', () => {
  assert.deepEqual(facts.definitions.entity.properties.type.enum, ENTITY_TYPES);
  assert.deepEqual(facts.definitions.relation.properties.kind.enum, FACT_KINDS);
});

test('the settings of factlint.json, with their defaults and descriptions', () => {
  const own = (SETTINGS as readonly Setting[]).filter(({ editorOnly }) => !editorOnly);
  const { $schema: _, ...properties } = config.properties;
  assert.deepEqual(
    Object.keys(properties),
    own.map(({ key }) => key),
  );
  for (const { key, default: byDefault, description } of own) {
    assert.deepEqual(properties[key].default, byDefault, key);
    assert.equal(properties[key].description, description, key);
  }
});

test('every check has its rule', () => {
  const codes = Object.keys(config.properties.rules.properties);
  assert.deepEqual(
    codes,
    checks.map(({ code }) => code),
  );
  const accepted = config.properties.accepted.items.properties.code.enum;
  assert.deepEqual(accepted, [...codes, DIRECTIVE_CODE].sort());
  assert.deepEqual(config.definitions.severity.enum, RULE_SEVERITIES);
});

test('every member has a description, every enum one a choice', () => {
  const look = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, enum: choices, enumDescriptions } = node as Record<string, Record<string, unknown>>;
    for (const [key, member] of Object.entries(properties ?? {}))
      assert.ok((member as { description?: string }).description, `${at}.${key}`);
    if (choices) assert.equal(enumDescriptions?.length, choices.length, at);
    for (const [key, child] of Object.entries(node))
      if (key !== 'defaultSnippets') look(child, `${at}.${key}`);
  };
  look(facts, 'facts');
  look(config, 'factlint');
});

test('the bundled facts are as the schema says', () => {
  const folder = path.join(process.cwd(), 'server', 'facts');
  const names = readdirSync(folder).filter((name) => name.endsWith('.facts.json'));
  assert.ok(names.length > 0);
  for (const name of names) {
    const { root } = readJsonDocument(readFileSync(path.join(folder, name), 'utf8'));
    assert.ok(isFacts(root), `${name}: ${ajv.errorsText(isFacts.errors)}`);
  }
});

const entity = { type: 'other', name: 'A' };
const fact = { id: 'f', subject: 'a', about: ['x'], value: '1%' };

const FACTS: readonly (readonly [root: unknown, isValid: boolean])[] = [
  [{ version: 1 }, true],
  [{}, false],
  [{ version: 2 }, false],
  [{ version: 1, fakts: [] }, false],
  [{ version: 1, entities: { a: entity }, facts: [fact] }, true],
  [
    {
      version: 1,
      entities: { a: { ...entity, misnomers: ['B', { text: 'C', correct: 'A' }], source: ['s'] } },
    },
    true,
  ],
  [{ version: 1, entities: { a: { name: 'A' } } }, false],
  [{ version: 1, entities: { a: { ...entity, type: 'shop' } } }, false],
  [{ version: 1, facts: [{ ...fact, values: [{ value: '1%' }] }] }, false],
  [{ version: 1, facts: [{ id: 'f', subject: 'a', value: '1%' }] }, false],
  [{ version: 1, facts: [{ ...fact, value: 43.4 }] }, false],
  [{ version: 1, facts: [{ ...fact, relation: 'own-one' }] }, true],
  [{ version: 1, relations: { r: { kind: 'weekday' } } }, false],
];

for (const [root, isValid] of FACTS) {
  test(`facts: ${JSON.stringify(root)}`, () => assert.equal(isFacts(root), isValid));
}

const CONFIGS: readonly (readonly [root: unknown, isValid: boolean])[] = [
  [{}, true],
  [{ facts: 'a.facts.json', rules: { 'percent-mismatch': 'error' }, asOf: '2023-01-26' }, true],
  [{ rules: { 'percent-mismatch': 'loud' } }, false],
  [{ rules: { 'no-such-check': 'off' } }, false],
  [{ asOf: 'yesterday' }, false],
  [{ accepted: [{ code: 'percent-mismatch', text: '34%', until: '2025-06-30' }] }, true],
  [{ accepted: [{ code: 'percent-mismatch' }] }, false],
  [{ maxFileSize: 0 }, false],
];

for (const [root, isValid] of CONFIGS) {
  test(`configuration: ${JSON.stringify(root)}`, () => assert.equal(isConfig(root), isValid));
}
