import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Fact, FactBase } from '../../server/src/facts/facts.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';
import { valuesAt } from '../../server/src/facts/timeline.ts';
import { toEpochDay } from '../../server/src/text/calendarDate.ts';

const FOLDER = join(process.cwd(), 'server', 'facts');
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.facts.json'))
  .map((name) => ({ path: name, text: readFileSync(join(FOLDER, name), 'utf8') }));
const { facts: BASE, problems: PROBLEMS } = readFacts(FILES);
const FACTS = [...BASE.facts.values()];

test('the bundled facts read without a single problem, warnings included', () => {
  assert.ok(FILES.length >= 8 && BASE.entities.size > 300 && FACTS.length > 1000);
  assert.deepEqual(PROBLEMS, []);
});

test('each bundled file stays small enough to review', () => {
  for (const { path, text } of FILES) assert.ok(text.length < 250_000, path);
});

test('every bundled source says what it is, who published it and where', () => {
  for (const { id, title, publisher, url } of BASE.sources.values())
    assert.ok(title && publisher && url && /^https?:\/\//.test(url), id);
});

test('every bundled value has a source and a kind, every fact a cue', () => {
  for (const fact of FACTS) {
    assert.ok(fact.relation || fact.about.length > 0, fact.id);
    for (const { sources, value, text } of fact.values) {
      assert.ok(sources.length > 0 && sources.every((id) => BASE.sources.has(id)), fact.id);
      assert.ok(value, `${fact.id}: “${text}” is no value`);
    }
  }
});

test('cue phrases are as short as copy writes them', () => {
  for (const fact of FACTS)
    for (const cue of fact.about) assert.ok(cue.split(' ').length <= 7, `${fact.id}: ${cue}`);
});

test('what may change has a day on which it is due for review', () => {
  const changing = new Set(['chief-executive', 'chair', 'president', 'stake', 'voting-rights', 'tariff']);
  for (const fact of FACTS.filter(
    ({ relation, period }) => relation && changing.has(relation.id) && !period,
  )) {
    const isOpen = fact.values.some(({ to }) => to === undefined);
    assert.equal(fact.reviewBy !== undefined, isOpen, fact.id);
  }
});

test('at least 120 bundled facts and entities carry examples, in every area', () => {
  const located = [...BASE.entities.values(), ...FACTS].filter(({ examples }) => examples?.ok.length);
  assert.ok(located.length >= 120);
  assert.deepEqual(
    new Set(located.map(({ location }) => location.path)),
    new Set(FILES.map(({ path }) => path)),
  );
});

/** The values of a fact on the day of the first article that Factlint was built for. */
function valuesOn26Jan2023(base: FactBase, id: string): readonly string[] {
  return valuesAt(base.facts.get(id) as Fact, toEpochDay(2023, 1, 26)).map(({ text }) => text);
}

test('the bundled facts say what held on 26 January 2023', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['renault-stake-in-nissan', '43.4%'],
    ['nissan-stake-in-renault', '15%'],
    ['nissan-stake-in-mitsubishi', '34.07%'],
    ['alliance-founded', '1999-03-27'],
    ['alliance-board-meeting-jan-2023', '2023-01-26'],
    ['renault-ceo', 'Luca de Meo'],
    ['renault-chair', 'Jean-Dominique Senard'],
    ['nissan-hq', 'Yokohama'],
  ];
  for (const [id, value] of cases) assert.deepEqual(valuesOn26Jan2023(BASE, id), [value], id);
});

test('the table of entities in docs/facts.md is current', () => {
  execFileSync(process.execPath, ['scripts/facts-table.mjs', '--check'], { stdio: 'pipe' });
});
