import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import type { Fact, FactValue } from '../facts/facts.ts';
import { toEpochDay } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';
import { rewrite } from '../values/index.ts';
import { directiveCompletions } from './completionInDirective.ts';
import type { Host } from './host.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView } from './views.ts';
import { factTitle, sourcesOf, sourceWords, timeWords } from './words.ts';

/** What could stand at the cursor of a draft: in a directive codes, behind «Renault's stake in Nissan is » the value. */
export function completionsInDraft(host: Host, view: DraftView, offset: number): CompletionItem[] {
  return directiveCompletions(host, view, offset) ?? valueCompletions(view, offset);
}

/** What is typed of the value already. */
const PARTIAL = /[\p{L}\p{N}$€£¥.,%-]*$/u;

/** A value may follow these words; anywhere else a list would only be in the way. */
const EXPECTS_VALUE =
  /(?:^|[\s(])(?:is|was|are|were|of|at|to|in|on|by|from|holds|held|owns|owned|has|had|about|around|its|a|an|the|since|for|[:=–—])\s$/i;

/** How far back a sentence is looked for. */
const REACH = 600;

function valueCompletions(view: DraftView, offset: number): CompletionItem[] {
  const { text } = view.report.draft;
  const line = text.slice(Math.max(0, offset - REACH), offset);
  const partial = PARTIAL.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - partial.length);
  if (!EXPECTS_VALUE.test(before)) return [];
  const end = offset - partial.length;
  const sentence = { start: end - sentenceLength(before), end };
  const words = text.slice(sentence.start, sentence.end).toLowerCase();
  const range = toRange(view.document, { start: end, end: offset });
  return factsIn(view, sentence)
    .filter((fact) => cuesOf(fact).some((cue) => hasWords(words, cue)))
    .flatMap((fact) => currentValues(view, fact).map((value) => ({ fact, value })))
    .slice(0, MOST)
    .map(({ fact, value }, index) => {
      const newText = written(view, value);
      return {
        label: newText,
        kind: CompletionItemKind.Value,
        detail: [factTitle(view.scope.facts, fact), timeWords(value)].filter((it) => it !== '').join(', '),
        documentation: sourcesOf(view.scope.facts, value.sources).map(sourceWords).join('; '),
        sortText: String(index).padStart(3, '0'),
        textEdit: { range, newText },
      };
    });
}

const MOST = 20;

/** Back to the end of the sentence before, or an empty line. */
function sentenceLength(before: string): number {
  const ends = [...before.matchAll(/[.!?]["”’)]?\s+(?=[\p{Lu}])|\n\s*\n/gu)].at(-1);
  return ends ? before.length - ends.index - ends[0].length : before.length;
}

/** Facts about what the sentence names: the subject, and the object where the fact has one. */
function factsIn({ report, scope }: DraftView, { start, end }: Span): readonly Fact[] {
  const named = report.mentions.entities.filter(({ span }) => start <= span.start && span.end <= end);
  const referred = report.mentions.references.filter(({ span }) => start <= span.start && span.end <= end);
  const ids = new Set([...named.map(({ entity }) => entity), ...referred.map(({ entities }) => entities[0])]);
  const facts = [...ids].flatMap((id) => scope.facts.bySubject.get(id) ?? []);
  return facts.filter(({ object }) => object === undefined || ids.has(object));
}

function cuesOf({ relation, about }: Fact): readonly string[] {
  return [...about, ...(relation?.cues ?? [])];
}

/** All words of the cue, in any order: «stake in» also where the name stands between them. */
function hasWords(sentence: string, cue: string): boolean {
  return cue
    .toLowerCase()
    .split(/\s+/)
    .every((word) => sentence.includes(word));
}

/** Those that hold on the article's day; of a fact whose time is over, the last one. */
function currentValues({ report }: DraftView, { values }: Fact): readonly FactValue[] {
  const { year, month, day } = report.draft.asOf;
  const today = toEpochDay(year, month, day);
  const current = values.filter(({ from = today, to = today + 1 }) => from <= today && today < to);
  return current.length > 0 ? current : values.slice(-1);
}

/** As a draft writes it: a date in words, in the manner of the draft's own dates. */
function written({ report, scope }: DraftView, { text, value }: FactValue): string {
  if (value?.kind !== 'date') return text;
  const own = report.mentions.values.find((it) => it.value.kind === 'date' && it.value.grain === 'day');
  const model = own ? report.draft.text.slice(own.span.start, own.span.end) : '1 January 2020';
  const scan = { asOf: report.draft.asOf, dateOrder: scope.settings.dateOrder };
  return rewrite(value, model, scan)[0] ?? text;
}
