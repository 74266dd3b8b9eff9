import type { Span } from '../text/span.ts';
import type { Stated } from '../values/kind.ts';
import type { NameSlip } from './nameSlips.ts';

/** How a name stands in the draft. Only `correct` and `ambiguous` are right as they are. */
export type NameForm =
  | 'correct'
  | 'ambiguous'
  | 'misnomer'
  | 'near-miss'
  | 'wrong-legal-form'
  | 'former-name';

/** Words of a draft that name an entity. The span leaves a possessive «'s» out. Spans count in the prose. */
export interface EntityMention {
  readonly kind: 'entity';
  readonly span: Span;
  readonly entity: string;
  readonly form: NameForm;
  /** For a form that is not right: what to write instead, the best first, in the draft's own case and length. */
  readonly corrections: readonly string[];
  readonly possessive: boolean;
  /** The misnomer is another entity's or nobody's: certain enough for a finding. Always true for correct forms. */
  readonly certain: boolean;
}

/** Words that point back to an entity: «its», «the company», «the Japanese carmaker», «we» in a press release. */
export interface Reference {
  readonly kind: 'reference';
  readonly span: Span;
  readonly via: 'pronoun' | 'descriptor' | 'first-person' | 'second-person';
  /** The likeliest first; never empty. More than one where the text leaves it open; `?` where it is somebody no fact is about. */
  readonly entities: readonly [string, ...string[]];
  readonly possessive: boolean;
}

/** A value that the draft states. */
export type ValueMention = Stated & { readonly quoted: boolean };

/** All that a draft says, in reading order each. Spans count in the prose. */
export interface Mentions {
  readonly entities: readonly EntityMention[];
  readonly references: readonly Reference[];
  readonly values: readonly Stated[];
  readonly nameSlips: readonly NameSlip[];
}
