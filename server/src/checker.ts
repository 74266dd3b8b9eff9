import type { Finding, Severity } from './checks/check.ts';
import type { Verdict } from './claims/claim.ts';
import type { FactBase } from './facts/facts.ts';
import type { Mentions } from './mentions/mention.ts';
import type { CalendarDate } from './text/calendarDate.ts';
import type { Draft, Source } from './text/draft.ts';

/** What a run may be told. Data only: the same options, text and facts give the same report everywhere. */
export interface CheckOptions {
  /** The article's date where neither a directive nor front matter gives one. */
  readonly asOf: Required<CalendarDate>;
  /** Which `rules` to change, by code. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Words never to be taken for a company. */
  readonly names?: readonly string[];
  /** How to read 03/04/2025. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Findings that the desk has accepted (`accepted` of factlint.json). */
  readonly accepted?: readonly Accepted[];
}

/** One finding that the desk has accepted; it holds in files whose path ends with `file` (or everywhere), until a day. */
export interface Accepted {
  readonly code: string;
  readonly text: string;
  readonly file?: string;
  readonly reason?: string;
  readonly until?: CalendarDate;
}

/** All that was learnt from one draft; every feature of the editor and of the command line is a view of it. Spans count in the source. */
export interface Report {
  readonly draft: Draft;
  readonly mentions: Mentions;
  /** In reading order. */
  readonly verdicts: readonly Verdict[];
  /** In reading order. */
  readonly findings: readonly Finding[];
}

/** The whole engine. Never throws on any text. */
export function check(_source: Source, _facts: FactBase, _options: CheckOptions): Report {
  throw new Error('to be written');
}
