import type { Block } from '../text/prose.ts';
import type { DraftView } from './view.ts';

/** What is told of all tables and lists of a draft at once: asked for each cell, a walk over the whole table would be square. */
export interface BlockRuns {
  /** For each block, the index of the first block of its table or list; its own where it is in none. */
  readonly first: readonly number[];
  /** For each block, the index behind the last block of its table or list. */
  readonly end: readonly number[];
  /** The tables whose rows or columns are headed by known names. */
  readonly byName: ReadonlySet<number>;
}

const made = new WeakMap<DraftView, BlockRuns>();

/** The tables and lists of a draft, worked out when first asked for. */
export function blockRunsOf(draft: DraftView): BlockRuns {
  let runs = made.get(draft);
  if (runs === undefined) {
    runs = findRuns(draft);
    made.set(draft, runs);
  }
  return runs;
}

function findRuns(draft: DraftView): BlockRuns {
  const { blocks } = draft.draft.prose;
  const first: number[] = [];
  const end: number[] = [];
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    first.push(before !== undefined && isOneRun(before, block) ? first[at - 1]! : at);
  }
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const next = blocks[at + 1];
    end[at] = next !== undefined && isOneRun(blocks[at]!, next) ? end[at + 1]! : at + 1;
  }
  return { first, end, byName: tablesByName(draft) };
}

function isOneRun(one: Block, next: Block): boolean {
  if (one.cell !== undefined || next.cell !== undefined) return one.cell?.table === next.cell?.table;
  return one.kind === 'list-item' && next.kind === 'list-item';
}

function tablesByName({ draft, mentions, blockAt }: DraftView): ReadonlySet<number> {
  const tables = new Set<number>();
  for (const { span } of mentions.entities) {
    const cell = draft.prose.blocks[blockAt(span.start)]?.cell;
    if (cell !== undefined && (cell.column === 0) !== cell.isHead) tables.add(cell.table);
  }
  return tables;
}
