// A peer as a program: `node cold.mjs SUBJECT FILE` checks one file from a cold start.
import { readFileSync } from 'node:fs';
import { SUBJECTS } from './subjects.mjs';

const [subject, file] = process.argv.slice(2);
const check = await SUBJECTS[subject].open();
console.log(await check(readFileSync(file, 'utf8')));
