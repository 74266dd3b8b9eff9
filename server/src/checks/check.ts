import type { StatedChange } from '../claims/arithmetic.ts';
import type { Claim, Evidence, Verdict } from '../claims/claim.ts';
import type { Contradiction } from '../claims/contradictions.ts';
import type { FactBase } from '../facts/facts.ts';
import type { Mentions } from '../mentions/mention.ts';
import type { Draft } from '../text/draft.ts';
import type { Span } from '../text/span.ts';
import type { DateValue, ScanContext, Stated } from '../values/kind.ts';

/** How loud a finding is; `warning` and above make the command line exit with 1. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One replacement. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** One way to mend a finding. */
export interface Fix {
  /** Starts with its verb and shows the new text: «Change to 43%». */
  readonly title: string;
  /** Applied together; in reading order, never overlapping. */
  readonly edits: readonly [Edit, ...Edit[]];
  /** At most one of a finding's fixes; never where either side may be wrong. */
  readonly preferred: boolean;
}

/** What a check found; the edges turn it into a diagnostic with quick fixes, or a line of a report. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Exactly the words to change. In a Report: in the source. */
  readonly span: Span;
  /** One sentence that a writer understands: what the draft says, what the facts say, as of when, whose source. */
  readonly message: string;
  /** The best first. */
  readonly fixes: readonly Fix[];
  readonly evidence: readonly Evidence[];
  readonly claim?: Claim;
  /** Other places of the draft that belong to it (the other value of a contradiction). */
  readonly related?: readonly { readonly span: Span; readonly message: string }[];
  /** Inside a direct quotation: its fixes are never part of fix-all. */
  readonly quoted: boolean;
  /** True once, not today: editors strike it through. */
  readonly outdated?: true;
  /** Its preferred fix may be applied unseen: exact, unhedged, outside quotations. */
  readonly safe: boolean;
}

/**
 * All that a check looks at. Spans count in the prose. What may be wrong stands in four lists (`refuted`, `changes`,
 * `contradictions`, `impossible`); where all are empty, as in nine drafts of ten, no check is run.
 */
export interface CheckContext {
  readonly draft: Draft;
  readonly facts: FactBase;
  readonly mentions: Mentions;
  readonly verdicts: readonly Verdict[];
  /** Those of them that contradict a claim. */
  readonly refuted: readonly Refuted[];
  /** Changes whose arithmetic does not hold. */
  readonly changes: readonly StatedChange[];
  /** Pairs of values in the draft that cannot both be right. */
  readonly contradictions: readonly Contradiction[];
  /** Dates that no calendar has. */
  readonly impossible: readonly Stated<DateValue>[];
  readonly scan: ScanContext;
}

/** A verdict that contradicts a claim. */
export type Refuted = Extract<Verdict, { label: 'refuted' }>;

/** A finding as a check yields it: its code and severity are added outside. */
export type Found = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

/** One diagnostic code. Pure: the same context gives the same findings. Spans count in the prose. */
export interface Check {
  /** `<what>-<what is wrong>`; also the key of its setting and of its page under docs/checks. */
  readonly code: string;
  readonly title: string;
  readonly severity: Severity;
  run(context: CheckContext): Iterable<Found>;
}
