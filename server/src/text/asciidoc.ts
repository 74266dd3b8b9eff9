import { forEachLine, type InlineReader, type InlineRule, inlineReader } from './inlineRules.ts';
import type { ProseAndComments } from './plainText.ts';
import type { BlockKind } from './prose.ts';
import { GAP, type ProseWriter, proseWriter } from './proseWriter.ts';
import type { Span } from './span.ts';
import { type Tables, tables } from './tables.ts';

const RULES: readonly InlineRule[] = [
  { pattern: '``[^`\\n]{1,500}``|`[^`\\n]{1,500}`|\\+\\+\\+[^+\\n]{1,500}\\+\\+\\+', becomes: GAP },
  { pattern: '(?:https?://|link:|mailto:|xref:)[^\\s[\\]]{1,500}\\[', opens: true },
  { pattern: 'https?://[^\\s[\\]]+', becomes: GAP },
  {
    pattern: '(?:image|icon|kbd|btn|menu|stem|pass|indexterm2?):[^\\s[\\]]{0,300}\\[[^\\]\\n]{0,300}\\]',
    becomes: GAP,
  },
  {
    pattern:
      '\\[\\[[^\\]\\n]{1,100}\\]\\]|<<[^<>,\\n]{1,100}>>|\\{[\\w-]{1,60}\\}|\\[[.#][\\w.#-]{1,60}\\](?=[*_#`])',
  },
  { pattern: '<<[^<>,\\n]{1,100},' },
  { pattern: '>>' },
  { pattern: 'footnote:[\\w-]{0,60}\\[', becomes: ' (' },
  { pattern: '\\]', closes: true },
  { pattern: '(?<![\\p{L}\\d\\\\])[*_#]{1,2}(?=\\S)|(?<=\\S)[*_#]{1,2}(?![\\p{L}\\d])|\\*\\*|__' },
];
/** Lines between two of these are code, comments or passed through. */
const FENCE = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,})/;
const DELIMITER = /^(?:={4,}|\*{4,}|--|'{3,}|<{3,}|-{3}|\+)$/;
const HEADING = /^(={1,6}|#{1,6})[ \t]+(?=\S)/;
const LIST = /^[ \t]*(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.|<\d{1,2}>)[ \t]+(?=\S)|^[^\s:][^:\n]{0,80}::[ \t]+(?=\S)/;
/** `:attribute: value`, `[attributes]`, `image::path[]`, `include::path[]`. */
const NO_PROSE = /^(?::!?[\w-]+!?:(?:\s|$)|\[[^\]\n]*\]$|[a-z]\w*::\S*\[.*\]$)/;

interface State {
  readonly text: string;
  readonly writer: ProseWriter;
  readonly inline: InlineReader;
  readonly tables: Tables;
  readonly comments: Span[];
  fence: string | undefined;
  inTable: boolean;
  columns: number;
  cells: number;
  quoted: boolean;
  quoteNext: boolean;
}

/** An AsciiDoc file, from `from` on. */
export function readAsciidoc(text: string, from: number): ProseAndComments {
  const writer = proseWriter(text);
  const state: State = {
    text,
    writer,
    inline: inlineReader(text, writer, RULES.map(unicodeFree)),
    tables: tables(),
    comments: [],
    fence: undefined,
    inTable: false,
    columns: 0,
    cells: 0,
    quoted: false,
    quoteNext: false,
  };
  forEachLine(text, from, (start, end) => readLine(state, start, end, text.slice(start, end).trimEnd()));
  return { prose: writer.finish(), comments: state.comments };
}

function unicodeFree(rule: InlineRule): InlineRule {
  return { ...rule, pattern: rule.pattern.replaceAll('\\p{L}', 'A-Za-z\u00C0-\u024F') };
}

function readLine(state: State, start: number, end: number, line: string): void {
  const { writer } = state;
  if (state.fence !== undefined) {
    if (line === state.fence) state.fence = undefined;
    return;
  }
  if (FENCE.test(line) && /^(.)\1*(?:[\w,]*)$/.test(line)) {
    writer.close();
    state.fence = line.startsWith('```') ? '```' : line;
  } else if (/^_{4,}$/.test(line)) {
    writer.close();
    state.quoted = !state.quoted;
  } else if (/^[|,!]={3,}$/.test(line)) toggleTable(state);
  else if (line.startsWith('//') && !line.startsWith('///'))
    state.comments.push({ start, end: start + line.length });
  else if (state.inTable) readCells(state, start, line);
  else if (line === '' || DELIMITER.test(line)) writer.close();
  else if (NO_PROSE.test(line)) {
    writer.close();
    state.quoteNext = /^\[(?:quote|verse)/.test(line);
  } else readWords(state, start, end, line);
}

function readWords(state: State, start: number, end: number, line: string): void {
  const { writer, inline } = state;
  const heading = HEADING.exec(line);
  const list = heading ? null : LIST.exec(line);
  const isTitle = /^\.[^\s.]/.test(line);
  const open = (kind: BlockKind, level?: number) => {
    const quoted = state.quoted || state.quoteNext;
    writer.open({ kind, quoted, ...(level === undefined ? {} : { level }) });
  };
  if (heading) open('heading', heading[1]!.length);
  else if (isTitle) open('caption');
  else if (list) open('list-item');
  else if (!writer.isOpen()) open('paragraph');
  const marker = heading?.[0] ?? list?.[0] ?? (isTitle ? '.' : '');
  const isTerm = marker.includes('::');
  if (isTerm) inline(start, start + marker.trimEnd().length - 1);
  inline(start + marker.length, Math.min(end + 1, state.text.length));
  if (heading || isTitle) writer.close();
  state.quoteNext = false;
}

function toggleTable(state: State): void {
  state.writer.close();
  state.inTable = !state.inTable;
  state.columns = 0;
  state.cells = 0;
  if (state.inTable) state.tables.openTable();
  else state.tables.closeTable();
}

/** The first line of cells tells how many make a row. */
function readCells(state: State, start: number, line: string): void {
  const { writer, tables } = state;
  const bars = Array.from(line.matchAll(/(?:^|\s)(?:\d+\+|[.<>^]*[a-z]?)?\|/g));
  if (state.columns === 0) state.columns = bars.length;
  bars.forEach((bar, index) => {
    const from = bar.index + bar[0].length;
    writer.close();
    if (state.columns > 0 && state.cells % state.columns === 0) tables.openRow();
    state.cells += 1;
    tables.openCell(false);
    writer.open({ kind: 'table-cell', quoted: state.quoted, cell: tables.cellOf });
    state.inline(start + from, start + (bars[index + 1]?.index ?? line.length));
  });
  if (bars.length === 0 && line.trim() !== '' && writer.isOpen()) {
    writer.put('\n', start, start);
    state.inline(start, start + line.length);
  }
}
