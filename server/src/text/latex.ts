import { LETTERS, SIGNS } from './latexSigns.ts';
import type { ProseAndComments } from './plainText.ts';
import type { BlockKind } from './prose.ts';
import { GAP, type ProseWriter, proseWriter } from './proseWriter.ts';
import type { Span } from './span.ts';
import { type Tables, tables } from './tables.ts';

const TOKEN = new RegExp(
  [
    '\\\\(?:begin|end)\\{[A-Za-z]{1,30}\\*?\\}',
    '\\\\[A-Za-z@]+\\*?',
    '\\\\\\r?\\n',
    '\\\\.',
    '%[^\\n]*',
    '\\$\\$?',
    '\\n[ \\t\\r]*(?=\\n)',
    "``|''|---|--|~|[{}&]",
  ].join('|'),
  'g',
);
/** Environments whose content is not prose. */
const SKIPPED = new Set(
  'verbatim Verbatim lstlisting minted equation align alignat gather multline math displaymath eqnarray tikzpicture comment filecontents algorithm thebibliography'.split(
    ' ',
  ),
);
const QUOTES = new Set(['quote', 'quotation', 'displayquote', 'verse']);
const TABULARS = new Set(['tabular', 'tabularx', 'tabulary', 'longtable', 'array']);
const LEVELS: Readonly<Record<string, number>> = {
  title: 1,
  part: 1,
  chapter: 1,
  section: 2,
  subsection: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
};
/** Commands whose arguments are names, addresses or measures. */
const MASKED = new Set(
  'cite citep citet citeauthor citeyear parencite textcite autocite footcite nocite ref eqref pageref autoref cref Cref label url input include includegraphics bibliography bibliographystyle usepackage documentclass setlength vspace hspace newcommand renewcommand providecommand definecolor textcolor color fontsize hypersetup graphicspath verb lstinline index glossary pagestyle thispagestyle setcounter addtocounter multicolumn date author href'.split(
    ' ',
  ),
);
const ARGUMENTS = /(?:[ \t]{0,3}(?:\[[^\]]{0,300}\]|\{[^{}]{0,500}\})){1,4}/y;
const OPTIONS = /\[[^\]\n]{0,300}\]/y;
const PLAIN_FIGURE = /\$(\d[\d.,]{0,20})(\\?%)?\$/y;

interface State {
  readonly text: string;
  readonly writer: ProseWriter;
  readonly tables: Tables;
  readonly comments: Span[];
  /** What a closing brace ends: a block, a footnote's bracket, or nothing. */
  readonly braces: ('block' | 'note' | '')[];
  /** Environments that were looked for in vain. */
  readonly unclosed: Set<string>;
  at: number;
  quotes: number;
  lists: number;
  tabulars: number;
}

/** A LaTeX file, from `from` on; where there is a `document` environment, only that. */
export function readLatex(text: string, from: number): ProseAndComments {
  const writer = proseWriter(text);
  const begin = text.indexOf('\\begin{document}', from);
  const start = begin < 0 ? from : begin + '\\begin{document}'.length;
  const end = begin < 0 ? -1 : text.indexOf('\\end{document}', start);
  const state: State = {
    text: end < 0 ? text : text.slice(0, end),
    writer,
    tables: tables(),
    comments: [],
    braces: [],
    unclosed: new Set(),
    at: start,
    quotes: 0,
    lists: 0,
    tabulars: 0,
  };
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(state.text); match; match = TOKEN.exec(state.text)) {
    takeUpTo(state, match.index);
    state.at = match.index + match[0].length;
    takeToken(state, match[0], match.index);
    TOKEN.lastIndex = state.at;
  }
  takeUpTo(state, state.text.length);
  return { prose: writer.finish(), comments: state.comments };
}

function takeUpTo(state: State, end: number): void {
  if (end <= state.at) return;
  ensureOpen(state);
  state.writer.keep(state.at, end);
  state.at = end;
}

function ensureOpen(state: State): void {
  if (state.writer.isOpen()) return;
  if (state.tables.isInCell())
    state.writer.open({ kind: 'table-cell', quoted: false, cell: state.tables.cellOf });
  else open(state, state.lists > 0 ? 'list-item' : 'paragraph');
}

function open({ writer, quotes }: State, kind: BlockKind, level?: number): void {
  writer.open({ kind, quoted: quotes > 0, ...(level === undefined ? {} : { level }) });
}

function put(state: State, words: string, start: number): void {
  ensureOpen(state);
  state.writer.put(words, start, state.at);
}

function takeToken(state: State, token: string, start: number): void {
  const { writer, text, comments } = state;
  const sign = SIGNS[token];
  if (token.startsWith('\\begin{')) beginEnvironment(state, token.slice(7, -1).replace('*', ''));
  else if (token.startsWith('\\end{')) endEnvironment(state, token.slice(5, -1).replace('*', ''));
  else if (token.startsWith('%')) {
    comments.push({ start, end: start + token.trimEnd().length });
    // A comment takes its line break along, so that one between two lines does not part a paragraph.
    const isWholeLine = start === 0 || text[start - 1] === '\n';
    if (isWholeLine && text[state.at] === '\n') state.at += 1;
  } else if (token.startsWith('$')) takeMath(state, token, start);
  else if (token.startsWith('\n')) writer.close();
  else if (token === '{') state.braces.push('');
  else if (token === '}') closeBrace(state, start);
  else if (token === '&' && state.tabulars > 0) openCell(state);
  else if (token === '\\\\') breakLine(state, start);
  else if (token === '\\(' || token === '\\[') takeMath(state, token, start);
  else if (sign !== undefined) put(state, sign, start);
  else if (LETTERS[token] !== undefined) takeAccent(state, token, start);
  else if (/^\\[%&$#_{}]$/.test(token)) {
    ensureOpen(state);
    writer.keep(start + 1, start + 2);
  } else if (token.startsWith('\\')) takeCommand(state, token.slice(1).replace('*', ''), start);
  else put(state, token, start);
}

function takeCommand(state: State, name: string, start: number): void {
  if (name === 'href' || MASKED.has(name)) {
    const end = endOf(ARGUMENTS, state);
    const [, words] = name === 'href' ? (/\}\s*\{()/.exec(state.text.slice(state.at, end)) ?? []) : [];
    if (words === undefined) {
      state.at = end;
      if (name === 'url' || name === 'verb' || name === 'lstinline') put(state, GAP, start);
    } else state.at = state.text.indexOf('}', state.at) + 1;
    return;
  }
  if (name === 'item' || /^[A-Za-z]/.test(name)) state.at = endOf(OPTIONS, state);
  const level = LEVELS[name];
  if (name === 'item') open(state, 'list-item');
  else if (name === 'footnote') openBrace(state, 'note', ' (', start);
  else if (name === 'caption') openBrace(state, 'block', '', start, () => open(state, 'caption'));
  else if (level !== undefined) openBrace(state, 'block', '', start, () => open(state, 'heading', level));
  else if (name === 'par' || name === 'newline') state.writer.close();
}

/** Goes into a command's braces; a command without any is passed over. */
function openBrace(
  state: State,
  ends: 'block' | 'note',
  words: string,
  start: number,
  begin?: () => void,
): void {
  if (state.text[state.at] !== '{') return;
  state.at += 1;
  state.braces.push(ends);
  begin?.();
  if (words) put(state, words, start);
}

function closeBrace(state: State, start: number): void {
  const ends = state.braces.pop();
  if (ends === 'block') state.writer.close();
  if (ends === 'note') put(state, ')', start);
}

function beginEnvironment(state: State, name: string): void {
  state.writer.close();
  if (SKIPPED.has(name) && !state.unclosed.has(name)) {
    const end = ['', '*']
      .map((star) => state.text.indexOf(`\\end{${name}${star}}`, state.at))
      .find((at) => at >= 0);
    if (end === undefined) state.unclosed.add(name);
    else state.at = end;
  }
  if (QUOTES.has(name)) state.quotes += 1;
  else if (name === 'itemize' || name === 'enumerate' || name === 'description') state.lists += 1;
  else if (TABULARS.has(name)) {
    state.at = endOf(ARGUMENTS, state);
    state.tabulars += 1;
    state.tables.openTable();
    state.tables.openRow();
    openCell(state);
  } else state.at = endOf(OPTIONS, state);
}

function endEnvironment(state: State, name: string): void {
  state.writer.close();
  if (QUOTES.has(name)) state.quotes = Math.max(0, state.quotes - 1);
  else if (name === 'itemize' || name === 'enumerate' || name === 'description') {
    state.lists = Math.max(0, state.lists - 1);
  } else if (TABULARS.has(name) && state.tabulars > 0) {
    state.tabulars -= 1;
    state.tables.closeTable();
  }
}

function openCell(state: State): void {
  state.writer.close();
  state.tables.openCell(false);
}

function breakLine(state: State, start: number): void {
  state.at = endOf(OPTIONS, state);
  if (state.tabulars === 0) put(state, '\n', start);
  else {
    state.writer.close();
    state.tables.openRow();
    openCell(state);
  }
}

/** A formula leaves a gap, a mere figure («$43\%$») its words. A sign without its closing one is text. */
function takeMath(state: State, token: string, start: number): void {
  const { text } = state;
  PLAIN_FIGURE.lastIndex = start;
  const figure = token === '$' ? PLAIN_FIGURE.exec(text) : null;
  if (figure) {
    ensureOpen(state);
    state.writer.keep(start + 1, start + 1 + figure[1]!.length);
    const end = start + figure[0].length;
    if (figure[2]) state.writer.keep(end - 2, end - 1);
    state.at = end;
    return;
  }
  const close = { $: '$', $$: '$$', '\\(': '\\)', '\\[': '\\]' }[token] ?? token;
  const end = text.slice(state.at, state.at + 2000).indexOf(close);
  if (end < 0) put(state, token, start);
  else {
    state.at += end + close.length;
    put(state, GAP, start);
  }
}

/** «\'e», «\"{o}», «\c{c}»: a letter and its accent. */
function takeAccent(state: State, token: string, start: number): void {
  const { text } = state;
  const braced = text[state.at] === '{';
  const letter = text[state.at + (braced ? 1 : 0)];
  if (!letter || !/[A-Za-z]/.test(letter) || (braced && text[state.at + 2] !== '}')) return;
  const accented = (letter + LETTERS[token]!).normalize('NFC');
  // No such letter («\`H»): the letter stands as it is.
  if (accented.length > 1) return;
  state.at += braced ? 3 : 1;
  put(state, accented, start);
}

function endOf(pattern: RegExp, { text, at }: State): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
