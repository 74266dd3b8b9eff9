import { ratesOf, readSets, scoreSet, sum } from './score.ts';

/** Prints what the checker reaches on the sets of each folder given (default: our own). */
const roots = process.argv.slice(2);
for (const root of roots.length > 0 ? roots : ['test/sets']) {
  const scored = readSets(root).map((set) => [set.name, scoreSet(set)] as const);
  if (scored.length === 0) {
    console.error(`${root} holds no accuracy set.`);
    process.exitCode = 2;
    continue;
  }
  const all = ['all', sum(scored.map(([, counts]) => counts))] as const;
  console.table(Object.fromEntries([...scored, all].map(([name, counts]) => [name, ratesOf(counts)])));
}
