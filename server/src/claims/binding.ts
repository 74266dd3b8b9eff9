import type { Fact, FactBase } from '../facts/facts.ts';
import type { EpochDay } from '../text/calendarDate.ts';
import type { Span } from '../text/span.ts';
import type { Context } from './context.ts';
import type { FactCues } from './cues.ts';
import type { Dossiers } from './dossiers.ts';
import type { FactFinder } from './factIndex.ts';
import type { SharedPhrases } from './sharedPhrases.ts';
import type { DraftView, SentenceView } from './view.ts';

/** A fact that a value may be claiming, and how well it is bound. */
export interface Binding {
  readonly fact: Fact;
  /** The higher the surer; comparable among the bindings of one value only. */
  readonly score: number;
  /** Certain enough to refute: subject, cue, object and period all fit in the same clause. */
  readonly strong: boolean;
  /** Certain but for the subject or the narrowing words: enough where the value looks like a slip for the fact's. */
  readonly nearly?: boolean;
  /** Cue, narrowing words, object and period all fit; only whose it is may be another's. */
  readonly fits?: boolean;
  /** A holding of which one side is nowhere named: it vouches for nothing while another one is bound better. */
  readonly loose?: boolean;
  /** A holding whose two sides are both carried over from before. */
  readonly carried?: boolean;
  /** The holding the other way round: what the held holds of the holder. */
  readonly reversed?: Fact;
  /** The subject stands there by name. */
  readonly explicit?: boolean;
  readonly reasons: readonly string[];
  /** The words that tie the value to the fact, in the prose. */
  readonly cue?: Span;
  /** For a fact with a period: whether the draft names it. */
  readonly periodNamed?: boolean;
}

/** All that binding and judging look at besides the sentence. */
export interface Knowledge {
  readonly facts: FactBase;
  readonly cuesOf: (fact: Fact) => FactCues;
  readonly dossiers: Dossiers;
  /** The facts of a draft's subjects that some words of a sentence may be about. */
  readonly factsIn: FactFinder;
  /** The facts that give a person's or a place's name, by the name folded (see nameIndex.ts). */
  readonly nameFacts: () => ReadonlyMap<string, readonly Fact[]>;
  /** Whether facts of several subjects give a phrase as their own. */
  readonly isShared: SharedPhrases;
}

/** One value in its place. */
export interface Place {
  readonly draft: DraftView;
  readonly view: SentenceView;
  /** The value's place among the sentence's items. */
  readonly index: number;
  readonly context: Context;
  readonly asOf: EpochDay;
}

/** Below this a binding is no candidate at all. */
export const CANDIDATE = 2.5;
