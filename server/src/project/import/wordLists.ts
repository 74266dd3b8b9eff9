import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { indexJson } from '../../facts/jsonIndex.ts';
import type { Imported } from './imported.ts';

/** A right form, and a wrong one that stands for it where there is one. */
export interface Word {
  readonly kind: 'word';
  readonly right: string;
  readonly wrong?: string;
  readonly line: number;
}

/** What a reader of word lists finds. */
export type Words = Iterable<Word | Imported>;

const reject = (message: string, line: number): Imported => ({ kind: 'rejected', message, line });

/** A dictionary of cspell: a word a line, `#` before a comment, `!word` for a wrong one, `wrong->right` for one with its correction. */
export function* readCspellWords(text: string): Words {
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const entry = raw.replace(/#.*/, '').trim();
    if (entry !== '') yield* cspellEntry(entry, index + 1);
  }
}

function* cspellEntry(entry: string, line: number): Words {
  const [wrong = '', right] = entry.replace(/^!/, '').split(/\s*->\s*|:(?=\S)/);
  if (right !== undefined) {
    yield { kind: 'word', right: right.split(',')[0]!.trim(), wrong: wrong.trim(), line };
  } else if (entry.startsWith('!')) {
    yield reject(`“${wrong}” is a wrong word without its correction.`, line);
  } else {
    // `*` and `+` mark where a word may be a part of another, `~` one whose case and accents do not count.
    const word = entry.replace(/^[~*+]+|[*+]+$/g, '');
    yield entry.startsWith('~')
      ? { kind: 'skipped', reason: 'entries without case' }
      : { kind: 'word', right: word, line };
  }
}

/** Signs of a regular expression in what is else a plain word. */
const PATTERN = /[[\]()|*+?^$\\{}]|\.(?=[*+?])/;

/** A vocabulary of Vale: `accept.txt` or `reject.txt`, one word or regular expression a line. */
export function* readValeVocabulary(text: string, isReject: boolean): Words {
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const entry = raw.trim().replace(/^\(\?i\)/, '');
    if (entry === '' || entry.startsWith('#')) continue;
    if (PATTERN.test(entry)) yield reject(`“${entry}” is a regular expression, not a name.`, line);
    else if (isReject) yield reject(`“${entry}” is a wrong word without its correction.`, line);
    else yield { kind: 'word', right: entry, line };
  }
}

/** A file in YAML or JSON: a rule of Vale (`swap`), rules of prh (`rules`), or a configuration of cspell (`words`, `flagWords`). */
export function* readWordRules(text: string): Words {
  const lines = new LineCounter();
  const document = parseDocument(withoutComments(text), { lineCounter: lines, uniqueKeys: false });
  for (const { message, pos } of document.errors) {
    yield reject(message.split('\n')[0]!, lines.linePos(pos[0]).line);
  }
  const lineOf = (node: ParsedNode | null | undefined) => (node ? lines.linePos(node.range[0]).line : 1);
  const at = (key: string) =>
    isMap(document.contents) ? (document.contents.get(key, true) as ParsedNode | undefined) : undefined;
  const swap = at('swap');
  const rules = at('rules');
  if (isMap(swap)) {
    for (const { key, value } of swap.items) {
      const node = key as ParsedNode;
      yield* swapEntry(stringOf(node), stringOf(value as ParsedNode | null), lineOf(node));
    }
  } else if (isSeq(rules)) {
    for (const rule of rules.items) yield* prhRule(rule as ParsedNode, lineOf);
  } else if (at('words') || at('flagWords')) yield* cspellConfig(at, lineOf);
  else yield { kind: 'rejected', message: noRules(stringOf(at('extends'))), lost: 'all' };
  if (at('imports'))
    yield reject('The files under “imports” are not read: import each by itself.', lineOf(at('imports')));
}

/** JSON is YAML but for its comments. */
function withoutComments(text: string): string {
  if (!/^\s*(?:\{|\/[/*])/.test(text)) return text;
  return indexJson(text).extras.reduce(
    (before, { start, end }) =>
      before.slice(0, start) + before.slice(start, end).replace(/[^\r\n]/g, ' ') + before.slice(end),
    text,
  );
}

function noRules(kind: string | undefined): string {
  return kind === undefined
    ? 'The file has no “swap” (Vale), no “rules” (prh) and no “words” (cspell).'
    : `A rule of Vale that extends “${kind}” has no corrections: only “substitution” has.`;
}

function* swapEntry(wrong: string | undefined, right: string | undefined, line: number): Words {
  if (wrong === undefined || right === undefined)
    yield reject('A “swap” goes from one text to another.', line);
  else if (PATTERN.test(wrong)) yield reject(`“${wrong}” is a regular expression, not a name.`, line);
  else yield { kind: 'word', right: right.split('|')[0]!, wrong, line };
}

function* prhRule(rule: ParsedNode, lineOf: (node: ParsedNode | null | undefined) => number): Words {
  if (!isMap(rule)) {
    yield reject('A rule has an “expected” and its patterns.', lineOf(rule));
    return;
  }
  const right = stringOf(rule.get('expected', true) as ParsedNode | undefined);
  if (right === undefined || /\$\d/.test(right)) {
    yield reject('The rule has no “expected” that is a plain text.', lineOf(rule));
    return;
  }
  const patterns = (rule.get('patterns', true) ?? rule.get('pattern', true)) as ParsedNode | undefined;
  const list = isSeq(patterns) ? (patterns.items as ParsedNode[]) : patterns ? [patterns] : [];
  yield { kind: 'word', right, line: lineOf(rule) };
  for (const node of list) {
    const wrong = stringOf(node);
    const isPattern = wrong === undefined || /^\/.*\/[a-z]*$/.test(wrong);
    if (isPattern) yield reject(`“${wrong ?? ''}” is a regular expression, not a name.`, lineOf(node));
    else yield { kind: 'word', right, wrong, line: lineOf(node) };
  }
}

function* cspellConfig(
  at: (key: string) => ParsedNode | undefined,
  lineOf: (node: ParsedNode | null | undefined) => number,
): Words {
  for (const [key, mark] of [
    ['words', ''],
    ['flagWords', '!'],
  ] as const) {
    const list = at(key);
    for (const node of isSeq(list) ? (list.items as ParsedNode[]) : []) {
      const word = stringOf(node);
      if (word === undefined) yield reject(`“${key}” holds texts only.`, lineOf(node));
      else yield* cspellEntry(mark + word, lineOf(node));
    }
  }
}

function stringOf(node: ParsedNode | null | undefined): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
}
