import type { Examples } from './facts.ts';
import type { Place } from './jsonDocument.ts';
import { checkMembers, type Members, type Reading, readMembers, readTexts } from './reading.ts';

const EXAMPLE_MEMBERS = new Set(['ok', 'bad']);
const MARK = /\{\{[^{}|]+\|[^{}]+\}\}/;
const WRONG_MARK = /\{\{[^{}|]+\|[^{}|]+\|[^{}]+\}\}/;

/** The `examples` of an entity or fact: sentences in the notation of the accuracy sets. */
export function readExamples(reading: Reading, owner: Members, place: Place): Examples | undefined {
  if (owner.examples === undefined) return undefined;
  const at = [...place, 'examples'];
  const members = readMembers(reading, owner.examples, at);
  if (!members) return undefined;
  checkMembers(reading, members, at, EXAMPLE_MEMBERS);
  const ok = readTexts(reading, members, at, 'ok');
  const bad = readTexts(reading, members, at, 'bad');
  const isWhole = ok.length === listLength(members.ok) && bad.length === listLength(members.bad);
  // With entries left out the indexes no longer fit, and those were reported anyway.
  if (isWhole) {
    checkMarks(reading, ok, [...at, 'ok'], MARK, 'marks nothing; mark what is right: {{43%|percent}}.');
    checkMarks(reading, bad, [...at, 'bad'], WRONG_MARK, 'marks no error; mark it: {{34%|percent|43%}}.');
  }
  return { ok, bad };
}

function checkMarks(
  reading: Reading,
  sentences: readonly string[],
  at: Place,
  mark: RegExp,
  complaint: string,
): void {
  sentences.forEach((sentence, index) => {
    if (!mark.test(sentence)) reading.report(`The example “${sentence}” ${complaint}`, [...at, index]);
  });
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
