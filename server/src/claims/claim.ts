import type { Entity, Fact, FactValue } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import type { Stated } from '../values/kind.ts';

/** What a claim states: a kind of value, or the kind of thing that a name names. */
export type ClaimKind =
  | 'percent'
  | 'date'
  | 'weekday'
  | 'duration'
  | 'amount'
  | 'count'
  | 'company'
  | 'person'
  | 'place'
  | 'product'
  | 'event'
  | 'other';

/** Something checkable that the draft says: a value tied to the facts that can decide it, or the name of a known entity. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The words that state it. */
  readonly span: Span;
  readonly stated?: Stated;
  /** What a bare number in a table stands for, by the table's heads: 1,000,000 under «in millions». */
  readonly factor?: number;
  /** Entity ids. */
  readonly subject?: string;
  readonly object?: string;
  /** The words that tie the value to the fact («stake in», «founded»). */
  readonly cue?: Span;
  /** Inside a direct quotation. */
  readonly quoted: boolean;
  /** Candidate facts with what spoke for and against each, the best first: what `explain --at` prints. */
  readonly candidates: readonly Candidate[];
}

/** A fact that the claim may be about. */
export interface Candidate {
  readonly fact: Fact;
  readonly score: number;
  /** Short sentences: «subject “Renault” in the same clause», «period 2022 is not the fact's». */
  readonly reasons: readonly string[];
}

/** What decided a claim. One of `fact` and `entity` is there, except for calendar and arithmetic. */
export interface Evidence {
  readonly fact?: Fact;
  /** The value of the fact's timeline that counts here. */
  readonly value?: FactValue;
  readonly entity?: Entity;
  /** The arithmetic or the rule, one sentence: «43.4% rounds to 43%.», «27 March 1999 to 26 Jan 2023 is 23 completed years.» */
  readonly why: string;
  /** Other values of the fact that would be right here too, the likeliest first. */
  readonly alternatives?: readonly FactValue[];
  /** The fact was due for review before the article's date: never more than a warning. */
  readonly overdue?: true;
}

/** `differs`: another value is right; `outdated`: it was right once; `reversed`: subject and object are swapped. */
export type RefutedReason = 'differs' | 'outdated' | 'reversed';

/** FEVER's three labels (Thorne et al. 2018). Of these, only `refuted` may ever become a finding. */
export type Verdict =
  | { readonly label: 'supported'; readonly claim: Claim; readonly evidence: Evidence }
  | {
      readonly label: 'refuted';
      readonly claim: Claim;
      readonly evidence: Evidence;
      readonly reason: RefutedReason;
      readonly strong: boolean;
    }
  | {
      readonly label: 'not-enough-info';
      readonly claim: Claim;
      /** Why the candidates decide nothing, one sentence; absent where there is none, or nothing more to say. */
      readonly why?: string;
    };
