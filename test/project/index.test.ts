import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { check } from '../../server/src/checker.ts';
import type { FactBase } from '../../server/src/facts/facts.ts';
import type { FactsLayer } from '../../server/src/facts/layer.ts';
import { mergeLayers } from '../../server/src/facts/layers.ts';
import { readFactsFile } from '../../server/src/facts/read.ts';
import { readFactsTexts, readLayers } from '../../server/src/project/factsLayers.ts';
import { compileFile } from '../../server/src/project/index/compileFile.ts';
import { compileInMemory } from '../../server/src/project/index/compileInMemory.ts';
import { indexPathOf } from '../../server/src/project/index/findIndex.ts';
import { joinLayers } from '../../server/src/project/index/joinLayers.ts';
import { DamagedIndex } from '../../server/src/project/index/pages.ts';
import { nodeFileSystem } from '../../server/src/project/nodeFileSystem.ts';
import { unmark } from '../support/markup.ts';
import { AS_OF } from '../support/testCheck.ts';

const SETS = 'test/sets';
const BUNDLED = 'server/facts';

function layerOf(file: string): FactsLayer {
  return readFactsFile(readFileSync(file, 'utf8'), file).layer;
}

/** With every entity compiled that no fact is about. */
function compiled(layer: FactsLayer): FactsLayer {
  return compileInMemory(layer, [], 0).layer;
}

function withoutFacts(layer: FactsLayer): FactsLayer {
  return { ...layer, facts: new Map() };
}

const bundled = readdirSync(BUNDLED)
  .filter((name) => name.endsWith('.facts.json'))
  .map((name) => layerOf(path.join(BUNDLED, name)));

// A set without facts of its own is about the bundled ones.
const ownSets = readdirSync(SETS).filter((name) => existsSync(path.join(SETS, name, 'facts.json')));

const sets = ownSets.map((name) => {
  const folder = path.join(SETS, name);
  const drafts = readdirSync(folder).filter((file) => file !== 'facts.json');
  return {
    name,
    layer: layerOf(path.join(folder, 'facts.json')),
    texts: drafts.map((file) => unmark(readFileSync(path.join(folder, file), 'utf8')).text),
  };
});

/** All that a report says; slips only of names that the draft also has right, which is what compiled names promise. */
function said(text: string, facts: FactBase): readonly string[] {
  const report = check({ path: 'draft.md', text }, facts, AS_OF_OPTIONS);
  const { entities } = report.mentions;
  const named = new Set(entities.filter(({ form }) => form !== 'near-miss').map(({ entity }) => entity));
  const isSlip = (start: number) =>
    entities.some(
      ({ span, form, entity }) => span.start === start && form === 'near-miss' && !named.has(entity),
    );
  return [
    ...report.findings
      .filter(({ span }) => !isSlip(span.start))
      .map(({ span, code, message, fixes }) => `${span.start} ${code} ${message} ${JSON.stringify(fixes)}`),
    ...entities
      .filter(({ form, entity }) => form !== 'near-miss' || named.has(entity))
      .map(({ span, form, entity }) => `${span.start}–${span.end} ${form} ${entity}`),
  ];
}

const AS_OF_OPTIONS = { asOf: AS_OF };

for (const { name, layer, texts } of sets) {
  for (const [which, own] of [
    ['', layer],
    [', names only', withoutFacts(layer)],
  ] as const) {
    test(`${name}${which}: a compiled layer says what the file says`, () => {
      const plain = mergeLayers([...bundled, own]).facts;
      const joined = joinLayers([...bundled, compiled(own)]).facts;
      assert.ok(joined.entities.size > joined.held.size || own.facts.size > 0);
      for (const text of texts) assert.deepEqual(said(text, joined), said(text, plain));
    });
    test(`${name}${which}: below another layer, too`, () => {
      const plain = mergeLayers([own, ...bundled]).facts;
      const joined = joinLayers([compiled(own), ...bundled]).facts;
      for (const text of texts) assert.deepEqual(said(text, joined), said(text, plain));
    });
  }
}

test('several compiled layers say what their files say, whatever they have in common', () => {
  const registers = bundled.map(withoutFacts);
  const again = { ...registers[0]!, path: 'again' };
  const renamed = new Map(
    [...registers[1]!.entities.values()].map((entity) => [
      `x-${entity.id}`,
      { ...entity, id: `x-${entity.id}` },
    ]),
  );
  const twins = { ...registers[1]!, path: 'twins', entities: renamed };
  const layers = [...registers, again, twins];
  const plain = mergeLayers(layers).facts;
  const joined = joinLayers(layers.map(compiled)).facts;
  assert.equal(
    joined.held.size,
    [...plain.entities.values()].filter(({ type }) => type === 'alliance').length,
  );
  for (const [id, entity] of plain.entities) assert.equal(joined.entities.get(id)?.name, entity.name);
  assert.equal([...joined.entities.keys()].length, plain.entities.size);
  for (const { texts } of sets)
    for (const text of texts) assert.deepEqual(said(text, joined), said(text, plain));
});

test('what is spelt alike in two compiled layers is of the one whose own name it is', () => {
  const layer = (path: string, entities: string) =>
    readFactsFile(`{ "version": 1, "entities": { ${entities} } }`, path).layer;
  const layers = [
    layer('1', '"a": { "type": "company", "name": "Orsa Motor", "aliases": ["Garam Steel", "Orsa Cars"] }'),
    layer('2', '"b": { "type": "company", "name": "Garam Steel", "misnomers": ["Orsa Cars", "Garam Iron"] }'),
    layer('3', '"a": { "type": "company", "name": "Orsa", "aliases": ["Tarn Works"] }'),
  ];
  const draft = 'Garam Steel and Orsa Cars fell; Garam Iron, Orsa Motor, Tarn Works and Orsa rose.';
  for (const some of [layers, layers.slice(0, 2), layers.slice(1)]) {
    const plain = mergeLayers(some).facts;
    const joined = joinLayers(some.map(compiled)).facts;
    assert.equal(joined.held.size, 0);
    assert.deepEqual(said(draft, joined), said(draft, plain));
  }
});

const REGISTER = `{
  "version": 1,
  "sources": { "r": { "title": "Register", "published": "2023-01-01" } },
  "entities": {
    "kaltenburg": { "type": "company", "name": "Kaltenburg Foods", "legalName": "Kaltenburg Foods GmbH", "source": ["r", "elsewhere"] },
    "orsa": { "type": "company", "name": "Orsa", "aliases": ["Orsa Motor"], "misnomers": ["Orsa Motors"], "source": "r" },
    "trans": { "type": "company", "name": "Prairie Wings", "source": "r" },
    "shell": { "type": "company", "name": "Beacon plc", "ambiguous": ["Beacon"], "source": "r" }
  },
  "facts": []
}`;

const register = readFactsFile(REGISTER, 'register').layer;

/** What is flagged, as «Orsa Motors → Orsa Motor». */
function flagged(text: string, facts: FactBase): readonly string[] {
  return check({ path: 'a.txt', text }, facts, AS_OF_OPTIONS).findings.map(
    ({ span, fixes }) => `${text.slice(span.start, span.end)} → ${fixes[0]?.edits[0]?.newText}`,
  );
}

test('slips are found in compiled names that the draft also has right', () => {
  const { facts } = joinLayers([compiled(register)]);
  const draft =
    'Kaltenburg Foods grew. Kaltenberg Foods said so. Prairie Wings fell; so PrairieWings bought it.';
  assert.deepEqual(flagged(draft, facts), [
    'Kaltenberg Foods → Kaltenburg Foods',
    'PrairieWings → Prairie Wings',
  ]);
  assert.deepEqual(flagged('Kaltenberg Foods said so to PrairieWings.', facts), []);
  assert.deepEqual(flagged('Orsa Motors grew.', facts), ['Orsa Motors → Orsa Motor']);
  assert.deepEqual(flagged('Kaltenburg Foods AG grew.', facts), [
    'Kaltenburg Foods AG → Kaltenburg Foods GmbH',
  ]);
});

const OVER = `{
  "version": 1,
  "entities": { "other": { "type": "company", "name": "Orsa Motor" }, "trans": { "type": "company", "name": "Prairiewings" } },
  "facts": [{ "id": "k", "subject": "kaltenburg", "relation": "founded", "value": "1961", "source": "r" }],
  "remove": ["shell"],
  "extend": { "kaltenburg": { "misnomers": ["Kaltenburg Food"] } }
}`;

test('other layers replace, extend, remove and speak of compiled entities', () => {
  const over = readFactsFile(OVER, 'over').layer;
  const plain = mergeLayers([register, over]);
  const joined = joinLayers([compiled(register), over]);
  const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);
  assert.deepEqual([...joined.facts.entities].sort(byId), [...plain.facts.entities].sort(byId));
  assert.equal(joined.facts.entities.size, plain.facts.entities.size);
  assert.equal(joined.facts.held.size, plain.facts.entities.size);
  const messages = ({ problems }: typeof plain) => problems.map(({ message }) => message).sort();
  assert.deepEqual(messages(joined), messages(plain));
  const draft =
    'Kaltenburg Food was founded in 1970. Beacon plc, Prairiewings and Prairie Wings grew; Kaltenburg Foods AG fell.';
  assert.deepEqual(said(draft, joined.facts), said(draft, plain.facts));
});

test('a source that no layer has is told of', () => {
  const { problems } = joinLayers([compiled(register)]);
  assert.deepEqual(
    problems.map(({ message, line }) => [message, line]),
    [['There is no source “elsewhere” in this file or the layers below.', 4]],
  );
});

/** A folder with the register, compiled by force. */
function compiledFolder(): { readonly file: string; readonly index: string } {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'factlint-index-')), 'register.facts.json');
  writeFileSync(file, REGISTER);
  const result = compileFile(nodeFileSystem, file, true, 0);
  assert.equal(result.kind, 'compiled');
  return { file, index: indexPathOf(file) };
}

function read(file: string) {
  const plan = {
    root: path.dirname(file),
    globs: [],
    imports: [],
    named: [file],
    bundled: [],
    maxFileSize: 1e6,
  };
  const { texts, problems } = readFactsTexts(nodeFileSystem, plan);
  const { facts } = readLayers(nodeFileSystem, texts);
  return {
    facts,
    messages: problems.map(({ message }) => message),
    isIndexed: texts[0]?.index !== undefined,
  };
}

const DRAFT = 'Orsa Motors and Kaltenburg Foods AG grew; Kaltenberg Foods and Kaltenburg Foods GmbH did not.';
const FLAGGED = flagged(DRAFT, mergeLayers([register]).facts);

test('an index is read in place of its file', () => {
  const { file } = compiledFolder();
  const { facts, messages, isIndexed } = read(file);
  assert.deepEqual([messages, isIndexed], [[], true]);
  assert.deepEqual(flagged(DRAFT, facts), FLAGGED);
});

test('of a file that was only touched the index still holds', () => {
  const { file } = compiledFolder();
  utimesSync(file, 1, 1);
  assert.equal(read(file).isIndexed, true);
});

test('an index older than its file is told of, and the file is read', () => {
  const { file } = compiledFolder();
  writeFileSync(file, REGISTER.replaceAll('Orsa', 'Arso'));
  utimesSync(file, 1, 1);
  const { facts, messages, isIndexed } = read(file);
  assert.equal(isIndexed, false);
  assert.match(
    messages.join(),
    /register\.facts\.json has changed since\. “factlint facts compile” makes it again\.$/,
  );
  assert.ok(facts.entities.get('orsa')?.name === 'Arso');
});

test('an index that was cut short is told of, and the file is read', () => {
  const { file, index } = compiledFolder();
  const bytes = readFileSync(index);
  for (let length = 0; length < bytes.length; length += 997) {
    writeFileSync(index, bytes.subarray(0, length));
    const { facts, messages, isIndexed } = read(file);
    assert.equal(isIndexed, false);
    assert.match(messages.join(), /^The index is not used: .*“factlint facts compile” makes it again\.$/);
    assert.deepEqual(flagged(DRAFT, facts), FLAGGED);
  }
});

test('no changed byte is taken for a fact', () => {
  const { file, index } = compiledFolder();
  const bytes = readFileSync(index);
  for (let at = 0; at < bytes.length; at += 311) {
    const changed = Uint8Array.from(bytes);
    changed[at]! ^= 0x20;
    writeFileSync(index, changed);
    try {
      assert.deepEqual(flagged(DRAFT, read(file).facts), FLAGGED);
    } catch (error) {
      assert.ok(error instanceof DamagedIndex, String(error));
      assert.match(error.message, /is damaged: delete it, or run “factlint facts compile” again\.$/);
    }
  }
});
