import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { checks } from '../checks/index.ts';
import { checkDraft } from './checkDraft.ts';
import type { Host } from './host.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView } from './views.ts';

const DIRECTIVES: Readonly<Record<string, string>> = {
  'factlint-disable-next-line': 'silences checks on the next line',
  'factlint-disable-line': 'silences checks on this line',
  'factlint-disable': 'silences checks from here on',
  'factlint-enable': 'ends a “factlint-disable”',
  'factlint-date': 'the day on which the article speaks: 2023-01-26',
};

const OPENINGS = ['<!--', '{/*'];

/** Names of directives and, behind them, codes of checks; undefined outside a comment that is open on this line. */
export function directiveCompletions(
  host: Host,
  view: DraftView,
  offset: number,
): CompletionItem[] | undefined {
  const { text } = view.report.draft;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  const opening = OPENINGS.find((it) => line.includes(it));
  if (opening === undefined) return undefined;
  const comment = line.slice(line.lastIndexOf(opening) + opening.length);
  if (comment.includes('-->') || comment.includes('*/')) return undefined;
  const partial = /[\w-]*$/.exec(comment)?.[0] ?? '';
  const range = toRange(view.document, { start: offset - partial.length, end: offset });
  const words = comment.slice(0, comment.length - partial.length).trim();
  if (words === '') return items(DIRECTIVES, CompletionItemKind.Keyword, range);
  const wantsCodes =
    words.startsWith('factlint-') && !words.includes(':') && !words.startsWith('factlint-date');
  return wantsCodes
    ? codesFirst(host, view, offset, items(titles(), CompletionItemKind.EnumMember, range))
    : [];
}

function items(
  labels: Readonly<Record<string, string>>,
  kind: CompletionItemKind,
  range: ReturnType<typeof toRange>,
): CompletionItem[] {
  return Object.entries(labels).map(([label, detail]) => ({
    label,
    detail,
    kind,
    textEdit: { range, newText: label },
  }));
}

function titles(): Readonly<Record<string, string>> {
  return Object.fromEntries(checks.map(({ code, title }) => [code, title]));
}

/** The checks that find something on this line or the next stand first. */
function codesFirst(
  host: Host,
  { report, scope }: DraftView,
  offset: number,
  all: readonly CompletionItem[],
): CompletionItem[] {
  const { text, path, language } = report.draft;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const nextEnd = text.indexOf('\n', text.indexOf('\n', offset) + 1);
  const end = nextEnd < 0 ? text.length : nextEnd;
  // The half-written directive silences every check already: spelt otherwise, it does not.
  const line = text.slice(start, offset).replace('factlint-', 'factlint_');
  const unsilenced = text.slice(0, start) + line + text.slice(offset);
  const { findings } = checkDraft(host, scope, { path, text: unsilenced, language });
  const near = findings.filter(({ span }) => start <= span.start && span.end <= end);
  const codes = new Set(near.map(({ code }) => code));
  return all.map((item) => ({ ...item, sortText: `${codes.has(item.label) ? 0 : 1}${item.label}` }));
}
