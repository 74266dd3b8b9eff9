import {
  type ClaimView,
  type EvidenceView,
  type FileResult,
  type FindingView,
  shownFindings,
} from './fileResult.ts';
import type { Place } from './lineIndex.ts';

/** One finding of a draft that other facts make appear, vanish, or say something else. */
export interface FindingChange {
  readonly effect: 'appears' | 'vanishes' | 'changes';
  readonly old: FindingView | null;
  readonly new: FindingView | null;
  /** What the claim in these words rests on, by either facts; null where they do not decide it. */
  readonly oldEvidence: EvidenceView | null;
  readonly newEvidence: EvidenceView | null;
}

/** One claim that other facts judge otherwise; null where they see no claim. */
export interface VerdictChange {
  readonly old: ClaimView | null;
  readonly new: ClaimView | null;
}

/** What other facts change in one draft; all in reading order. */
export interface DraftChange {
  readonly path: string;
  readonly asOf: string;
  readonly findings: readonly FindingChange[];
  readonly claims: readonly VerdictChange[];
  /** A warning or an error stands where none stood. */
  readonly becomesWrong: boolean;
  /** A warning or an error is gone from a place that has none now. */
  readonly becomesRight: boolean;
}

/** Compares what two sets of facts say of one and the same text; both results have their claims. */
export function compareResults(old: FileResult, now: FileResult): DraftChange {
  const claims = pairUp(old.claims ?? [], now.claims ?? [], ({ kind }) => kind);
  const findings = pairUp(shownFindings(old), shownFindings(now), ({ code }) => code)
    .filter(saysOtherwise)
    .map((pair) => toFindingChange(pair, claims));
  return {
    path: now.path,
    asOf: now.asOf,
    findings,
    claims: claims.filter(isJudgedOtherwise),
    becomesWrong: findings.some((it) => turnOf(it) === 'wrong'),
    becomesRight: findings.some((it) => turnOf(it) === 'right'),
  };
}

/** Whether a warning or an error comes or goes; undefined where one stays, or where it is neither. */
export function turnOf({ old, new: now }: FindingChange): 'wrong' | 'right' | undefined {
  if (counts(old) === counts(now)) return undefined;
  return counts(now) ? 'wrong' : 'right';
}

/** Where a change stands, and in which words. */
export function placeOf(change: FindingChange | VerdictChange): {
  readonly start: Place;
  readonly text: string;
} {
  return (change.new ?? change.old)!;
}

interface Placed {
  readonly start: Place;
  readonly end: Place;
}

interface Pair<T> {
  readonly old: T | null;
  readonly new: T | null;
}

/** What stands in the same words is one; first what is of the same kind, then, in order, what is left there. */
function pairUp<T extends Placed>(
  old: readonly T[],
  now: readonly T[],
  kindOf: (item: T) => string,
): Pair<T>[] {
  const olds = groupBySpan(old);
  const news = groupBySpan(now);
  const pairs: Pair<T>[] = [];
  for (const span of new Set([...olds.keys(), ...news.keys()])) {
    const before = [...(olds.get(span) ?? [])];
    const unmatched: T[] = [];
    for (const item of news.get(span) ?? []) {
      const index = before.findIndex((it) => kindOf(it) === kindOf(item));
      if (index < 0) unmatched.push(item);
      else pairs.push({ old: before.splice(index, 1)[0]!, new: item });
    }
    const left = Math.max(before.length, unmatched.length);
    for (let i = 0; i < left; i++) pairs.push({ old: before[i] ?? null, new: unmatched[i] ?? null });
  }
  const offsets = (pair: Pair<T>) => (pair.new ?? pair.old)!;
  return pairs.sort(
    (a, b) =>
      offsets(a).start.offset - offsets(b).start.offset || offsets(a).end.offset - offsets(b).end.offset,
  );
}

function groupBySpan<T extends Placed>(items: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const span = `${item.start.offset}-${item.end.offset}`;
    const group = groups.get(span);
    if (group) group.push(item);
    else groups.set(span, [item]);
  }
  return groups;
}

/** Where a fact stands in its file is not what it says. */
function saysOtherwise({ old, new: now }: Pair<FindingView>): boolean {
  if (!old || !now) return true;
  const titles = (finding: FindingView) => finding.fixes.map(({ title }) => title).join('\n');
  return (
    old.code !== now.code ||
    old.severity !== now.severity ||
    old.message !== now.message ||
    titles(old) !== titles(now)
  );
}

function toFindingChange(pair: Pair<FindingView>, claims: readonly Pair<ClaimView>[]): FindingChange {
  const { start, end } = (pair.new ?? pair.old)!;
  const claim = claims.find((it) => {
    const place = (it.new ?? it.old)!;
    return place.start.offset < end.offset && start.offset < place.end.offset;
  });
  return {
    effect: !pair.old ? 'appears' : !pair.new ? 'vanishes' : 'changes',
    ...pair,
    oldEvidence: pair.old?.evidence ?? claim?.old?.evidence ?? null,
    newEvidence: pair.new?.evidence ?? claim?.new?.evidence ?? null,
  };
}

/** A claim that neither facts decide is none that changes. */
function isJudgedOtherwise({ old, new: now }: Pair<ClaimView>): boolean {
  const label = (claim: ClaimView | null) => claim?.verdict ?? 'not-enough-info';
  return label(old) !== label(now) || (old?.reason ?? null) !== (now?.reason ?? null);
}

function counts(finding: FindingView | null): boolean {
  return finding?.severity === 'error' || finding?.severity === 'warning';
}
