import { amount } from './amount.ts';
import { count } from './count.ts';
import { date } from './date.ts';
import { duration } from './duration.ts';
import type { KindKnowledge, ScanContext, Stated, Value, ValueKind, ValueKindName } from './kind.ts';
import { name } from './name.ts';
import { percent } from './percent.ts';
import { readStated } from './readValue.ts';
import { scanAll } from './scan.ts';
import { weekday } from './weekday.ts';

export { durationAgreesWithDate } from './durationAgainstDate.ts';
export { rewriteDuration } from './durationRewrite.ts';
export { durationSince } from './elapsed.ts';
export { readStated, readValue } from './readValue.ts';
/** All values of a text or of a part of it, all kinds in one pass. */
export { scanAll as scanValues } from './scan.ts';

/** Every kind of value. */
export const kinds = {
  percent: complete(percent),
  date: complete(date),
  weekday: complete(weekday),
  duration: complete(duration),
  amount: complete(amount),
  count: complete(count),
  name: complete(name),
} as const;

/** Whether a writer who knows `known` could fairly state `stated`. Never across kinds. */
export function agrees(stated: Stated, known: Value, tolerance?: number): boolean {
  return knowledgeOf(known.kind).agrees(stated, known, tolerance);
}

/** `known` in the manner of `model`, the best first. Each of them, scanned again, agrees with `known`. */
export function rewrite(known: Value, model: string, context: ScanContext): readonly string[] {
  return knowledgeOf(known.kind).rewrite(known, model, context);
}

/** The table's entries, each good for its own kind only: whoever calls has looked up by the value's kind. */
function knowledgeOf(kind: ValueKindName): KindKnowledge<Value> {
  return kinds[kind] as unknown as KindKnowledge<Value>;
}

/** A kind with its scan, and with its two promises kept for any value: no agreement across kinds, no rewriting that does not agree. */
function complete<V extends Value>(knowledge: KindKnowledge<V>): ValueKind<V> {
  const isOwn = (stated: Stated): stated is Stated<V> => stated.value.kind === knowledge.name;
  return {
    name: knowledge.name,
    scan: (text, context) => scanAll(text, context).filter(isOwn),
    agrees: (stated, known, tolerance) =>
      isOwn(stated) && known.kind === knowledge.name && knowledge.agrees(stated, known, tolerance),
    rewrite(known, model, context) {
      const own = readStated(model, knowledge.name, context);
      if (own && sameValue(own.value, known)) return [model];
      return knowledge.rewrite(known, model, context).filter((text) => {
        const read = readStated(text, knowledge.name, context);
        return read !== undefined && isOwn(read) && knowledge.agrees(read, known);
      });
    },
  };
}

function sameValue(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
