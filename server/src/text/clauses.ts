import { type Token, tokensOf } from './clauseTokens.ts';
import {
  COMPARISONS,
  CONJUNCTIONS,
  FRONTED,
  isFiniteVerb,
  OTHER_VERBS,
  PLURAL_VERBS,
  PREPOSITIONS,
  RELATIVES,
  SUBJECT_STARTS,
  SUBORDINATORS,
} from './clauseWords.ts';
import type { Span } from './span.ts';

/** A sentence without any of these is one clause. */
const MAY_PART =
  /[;:—–]| --? |, (?:and|or|so|nor|yet|as|if)\b|\b(?:and|but|which|who|whose|whom|whe(?:re|n)|whereas|(?:al)?though|because|since|after|before|until|unless|despite|while)\s|^\W*(?:As|If|Once|When|While|Whereas|Although|Though|Because|Since|After|Before|Until|Unless)\b/;
/** How far a verb may stand behind its subject's first word. */
const REACH = 8;

/**
 * Parts a sentence into clauses: spans in reading order that cover all of its words, never overlapping, without the
 * space and the marks between them. It parts
 * - at «;» and at «:» and dashes (—, spaced –, -- and -), but not where a figure or a comparison follows
 *   («Margin: 5.6%», «43% — up from 40%»), and not behind a label with a figure («Feb. 13: results of Nissan»);
 * - at a comma before a coordinating or subordinating word («, but», «, which», «, while», «, after it sold …»), but not
 *   where a preposition stands before a mere figure or noun («, after 57.6% in 2024», «, as of May»), and at «, and»
 *   where a verb follows;
 * - at a comma that brings the main clause back («…, which owns 43% of Nissan, ⟨said⟩»), or starts it («While … 43%, ⟨Nissan⟩ owns»);
 * - at «and», «but», «while», «because» … without a comma where a subject and a verb follow, and a verb stood before.
 * The word that opens a clause belongs to it. It never parts inside brackets, figures, dates («Oct. 12, 2023»), lists
 * («A, B and C») or names («Co., Ltd.»). What it cannot tell it leaves together.
 */
export function clausesOf(text: string, sentence: Span): readonly Span[] {
  if (!MAY_PART.test(text.slice(sentence.start, sentence.end)))
    return [trimmed(text, sentence.start, sentence.end)];
  const tokens = tokensOf(text, sentence);
  const starts = [sentence.start];
  let clause = newClause(tokens, 0);
  for (let index = 0; index < tokens.length; index += 1) {
    const start = clauseStart(tokens, index, clause, text);
    if (start !== undefined) {
      starts.push(withOpeningMarks(text, tokens[start]!.start));
      clause = newClause(tokens, start);
      index = Math.max(index, start - 1);
    } else note(clause, tokens[index]!);
  }
  return starts
    .map((start, index) => trimmed(text, start, starts[index + 1] ?? sentence.end))
    .filter(({ start, end }) => start < end);
}

/** What is known of the clause so far. */
interface Clause {
  readonly isRelative: boolean;
  readonly isFronted: boolean;
  hasVerb: boolean;
  hasFigure: boolean;
  hasFigureAfterVerb: boolean;
}

function newClause(tokens: readonly Token[], start: number): Clause {
  const opening = tokens[start]?.lower ?? '';
  return {
    isRelative: start > 0 && RELATIVES.has(opening),
    isFronted: FRONTED.has(opening) && !(start > 0 && opening === 'as'),
    hasVerb: false,
    hasFigure: false,
    hasFigureAfterVerb: false,
  };
}

function note(clause: Clause, { kind, lower }: Token): void {
  if (kind === 'word' && isFiniteVerb(lower)) clause.hasVerb = true;
  if (kind === 'figure') clause.hasFigure = true;
  if (kind === 'figure' && clause.hasVerb) clause.hasFigureAfterVerb = true;
}

/** Index of the token that starts a new clause here; undefined where the clause goes on. */
function clauseStart(
  tokens: readonly Token[],
  index: number,
  clause: Clause,
  text: string,
): number | undefined {
  const token = tokens[index]!;
  if (token.bracketed || index + 1 >= tokens.length) return undefined;
  if (token.kind === 'word') return startsAtWord(tokens, index, clause) ? index : undefined;
  if (token.kind !== 'mark') return undefined;
  const next = tokens[index + 1]!;
  const starts =
    token.lower === ';' ||
    (token.lower === ','
      ? startsAtComma(tokens, index + 1, clause)
      : isBreak(text, token) && !goesOnAfterBreak(token, next, clause));
  return starts ? index + 1 : undefined;
}

/** A colon before space, an em dash, or another dash with space on both sides. */
function isBreak(text: string, { start, lower: mark }: Token): boolean {
  const after = text[start + mark.length] ?? ' ';
  if (mark === ':') return /\s/.test(after);
  if (mark === '—') return !(/\d/.test(text[start - 1] ?? '') && /\d/.test(after));
  return (
    (mark === '--' || mark === '–' || mark === '-') && /\s/.test(text[start - 1] ?? '') && /\s/.test(after)
  );
}

/** A figure or a comparison behind it, or a date as the label before: «Feb. 13: results of Nissan». */
function goesOnAfterBreak({ lower: mark }: Token, { kind, lower }: Token, clause: Clause): boolean {
  if (kind === 'figure' || COMPARISONS.has(lower)) return true;
  return mark === ':' && clause.hasFigure && !clause.hasVerb;
}

function startsAtComma(tokens: readonly Token[], index: number, clause: Clause): boolean {
  const { lower } = tokens[index]!;
  if (lower === 'and' || lower === 'or') {
    return (
      clause.hasVerb && (isFiniteVerb(verbAt(tokens, index + 1)) || isNewSubject(tokens, index, 2, clause))
    );
  }
  if (SUBORDINATORS.has(lower)) return !PREPOSITIONS.has(lower) || isClauseBehind(tokens, index + 1);
  if (clause.isRelative && clause.hasVerb) return isFiniteVerb(verbAt(tokens, index));
  return clause.isFronted && clause.hasVerb && subjectAndVerb(tokens, index) !== undefined;
}

/** The word at `index`, or the one behind an adverb: «also said», «previously held». */
function verbAt(tokens: readonly Token[], index: number): string {
  const lower = tokens[index]?.lower ?? '';
  const isAdverb = lower.endsWith('ly') || lower === 'also' || lower === 'then' || lower === 'now';
  return isAdverb ? (tokens[index + 1]?.lower ?? '') : lower;
}

/** «after it sold», «as sales fell»; but not «after 57.6% in 2024», «as of», «as well as». */
function isClauseBehind(tokens: readonly Token[], index: number): boolean {
  const first = tokens[index];
  if (first?.kind !== 'word' || first.lower === 'of' || first.lower === 'well') return false;
  return first.lower.endsWith('ing') || verbWithin(tokens, index) !== undefined;
}

function startsAtWord(tokens: readonly Token[], index: number, clause: Clause): boolean {
  return CONJUNCTIONS.has(tokens[index]!.lower) && clause.hasVerb && isNewSubject(tokens, index, 1, clause);
}

/** Whether the conjunction at `index` brings a new subject and its verb; `back` tokens before it ends what it follows. */
function isNewSubject(tokens: readonly Token[], index: number, back: number, clause: Clause): boolean {
  const verb = subjectAndVerb(tokens, index + 1);
  if (verb === undefined) return false;
  const before = tokens[index - back];
  const isAnd = tokens[index]!.lower === 'and' || tokens[index]!.lower === 'or';
  if (!isAnd || before?.kind !== 'word' || !before.isCapital || !tokens[index + 1]!.isCapital) return true;
  // «said Renault and Nissan agreed»: the names may be one subject; only number or a figure before tells.
  return !PLURAL_VERBS.has(verb) && (!OTHER_VERBS.has(verb) || clause.hasFigureAfterVerb);
}

/** The verb behind a subject that starts at `index`; undefined if none is near, or no subject starts there. */
function subjectAndVerb(tokens: readonly Token[], index: number): string | undefined {
  const first = tokens[index];
  if (!first || first.kind === 'mark') return undefined;
  if (first.kind === 'word' && !first.isCapital && !SUBJECT_STARTS.has(first.lower)) return undefined;
  return verbWithin(tokens, index + 1);
}

/** The first finite verb from `index` on, before any mark, conjunction or relative word. */
function verbWithin(tokens: readonly Token[], index: number): string | undefined {
  for (const { kind, lower } of tokens.slice(index, index + REACH)) {
    if (kind === 'mark' || lower === 'and' || lower === 'that' || RELATIVES.has(lower)) return undefined;
    if (kind === 'word' && isFiniteVerb(lower)) return lower;
  }
  return undefined;
}

/** Quotation marks and brackets before a clause's first word belong to it. */
function withOpeningMarks(text: string, start: number): number {
  let at = start;
  while ('"“„‘«\'(['.includes(text[at - 1] ?? ' ')) at -= 1;
  return at;
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (start < end && /[\s,;:—–-]/.test(text[end - 1]!)) end -= 1;
  return { start, end };
}
