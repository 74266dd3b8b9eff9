import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { check, compile, keepCompiled } from '../../server/src/checker.ts';
import { mergeLayers } from '../../server/src/facts/layers.ts';
import { readFactsFile } from '../../server/src/facts/read.ts';
import { buildSlipIndex } from '../../server/src/mentions/slipIndex.ts';
import { lazyMap } from '../../server/src/project/lazyMap.ts';
import { openReadyBase, writeReadyBase } from '../../server/src/project/readyBase.ts';

const names = readdirSync('server/facts').filter((name) => name.endsWith('.facts.json'));
const layers = names.map((name) => readFactsFile(readFileSync(`server/facts/${name}`, 'utf8'), name).layer);
const { facts } = mergeLayers(layers);
const bytes = writeReadyBase({ facts, compiled: compile(facts) });

/** As plain data: maps as lists of entries. */
const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, it) => (isMap(it) ? [...it.entries()] : it)));

function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return typeof value === 'object' && value !== null && 'entries' in value && 'get' in value;
}

test('the bundled facts are the same when the build has made them ready', () => {
  const ready = openReadyBase(bytes, (name) => name);
  for (const key of [
    'entities',
    'facts',
    'sources',
    'relations',
    'bySubject',
    'byObject',
    'seats',
  ] as const) {
    assert.deepEqual(plain(ready.facts[key]), plain(facts[key]), key);
  }
});

test('a fact is one object, whichever way it is found', () => {
  const ready = openReadyBase(bytes, (name) => name).facts;
  const [first] = ready.bySubject.get('renault')!;
  assert.equal(ready.facts.get(first!.id), first);
  const about = [...facts.seats.values()].find(({ id }) => facts.facts.has(id))!;
  assert.equal(ready.seats.get(about.subject), ready.facts.get(about.id));
});

test('places are said to be where the files are', () => {
  const ready = openReadyBase(bytes, (name) => `/facts/${name}`).facts;
  const [entity] = ready.entities.values();
  const [fact] = ready.facts.values();
  const [source] = ready.sources.values();
  for (const { location } of [entity!, fact!, fact!.values[0]!, source!]) {
    assert.match(location.path, /^\/facts\/[\w-]+\.facts\.json$/);
  }
});

test('a draft is judged the same by facts that were made ready', () => {
  const ready = openReadyBase(bytes, (name) => name);
  keepCompiled(ready.facts, ready.compiled);
  for (const name of readdirSync('samples').filter((it) => /\.(md|txt|html)$/.test(it))) {
    const source = { path: name, text: readFileSync(`samples/${name}`, 'utf8') };
    const options = { asOf: { year: 2023, month: 1, day: 26 } };
    const { findings, verdicts } = check(source, ready.facts, options);
    const expected = check(source, facts, options);
    assert.deepEqual(plain(findings), plain(expected.findings), name);
    assert.deepEqual(plain(verdicts), plain(expected.verdicts), name);
    assert.ok(verdicts.length > 0, name);
  }
});

test('names, phrases and slips are looked up in what the build left as in what was compiled', () => {
  const { gazetteer, names, shared, cues } = compile(facts);
  const ready = openReadyBase(bytes, (name) => name).compiled;
  assert.deepEqual(plain(ready.names), plain(names));
  assert.deepEqual(ready.shared, shared);
  assert.deepEqual(plain(ready.cues), plain(cues));
  const slips = buildSlipIndex(gazetteer.forms);
  assert.ok(slips.byHash.size > 1000);
  for (const [hash, words] of slips.byHash) {
    assert.deepEqual(ready.gazetteer.slips.byHash.get(hash), words);
    assert.equal(ready.gazetteer.slips.byHash.get(hash)![0], ready.gazetteer.slips.byHash.get(hash)![0]);
  }
  assert.ok(!ready.gazetteer.slips.byHash.get(1)?.length);
  for (const { id } of facts.entities.values())
    assert.deepEqual(ready.gazetteer.names.get(id), gazetteer.names.get(id), id);
});

test('a lazy map makes a value once, when it is asked for', () => {
  const asked: number[] = [];
  const map = lazyMap(['a', 'b', 'c'], (index) => {
    asked.push(index);
    return { index };
  });
  assert.deepEqual([map.size, map.has('b'), map.has('d'), map.get('d')], [3, true, false, undefined]);
  assert.deepEqual(asked, []);
  assert.equal(map.get('b'), map.get('b'));
  assert.deepEqual([...map], [...map.entries()]);
  assert.deepEqual(asked, [1, 0, 2]);
  const seen: unknown[] = [];
  map.forEach((value, key) => void seen.push([key, value]));
  assert.deepEqual(seen, [...map]);
  assert.deepEqual([...map.keys()], ['a', 'b', 'c']);
  assert.deepEqual([...map.values()], [{ index: 0 }, { index: 1 }, { index: 2 }]);
});
