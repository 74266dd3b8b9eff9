import type { Seat } from './seats.ts';
import { type DraftView, entitiesOf, type SentenceView } from './view.ts';

/** The head of a column of seats. */
const SEAT_HEAD = /^(?:headquarters|headquartered|head offices?|hq|based|seat)\b/i;
/** A town by itself, or with its region behind a comma: nothing else may stand in the cell. */
const TOWN = /^(\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3})(?:, [\p{L}\p{M}. ]+)?$/u;

/** The seats that a draft's tables give: cells under «Headquarters», in rows that are headed by a name. */
export function* tableSeats(
  draft: DraftView,
): Iterable<{ readonly view: SentenceView; readonly seat: Seat }> {
  const { blocks, text } = draft.draft.prose;
  const isOfSeats = new Map<number, boolean>();
  for (const [index, { cell, span }] of blocks.entries()) {
    if (cell?.columnHead === undefined || cell.rowHead === undefined || cell.isHead) continue;
    const known = isOfSeats.get(cell.columnHead);
    const head = blocks[cell.columnHead]!.span;
    const isOne = known ?? SEAT_HEAD.test(text.slice(head.start, head.end).trim());
    isOfSeats.set(cell.columnHead, isOne);
    const town = isOne ? TOWN.exec(text.slice(span.start, span.end)) : null;
    const [view] = town ? draft.sentencesOfBlock(index) : [];
    const [named] = draft.sentencesOfBlock(cell.rowHead);
    const entity = named?.items.find((item) => item.kind === 'entity');
    if (town === null || view === undefined || entity === undefined) continue;
    const name = town[1]!;
    yield {
      view,
      seat: {
        span: { start: span.start, end: span.start + name.length },
        name,
        entities: entitiesOf(entity),
        // «Vacant», «TBC» stand in such columns, too.
        tight: false,
      },
    };
  }
}
