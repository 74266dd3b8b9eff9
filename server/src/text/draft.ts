import type { CalendarDate } from './calendarDate.ts';
import type { Prose } from './prose.ts';
import type { Span } from './span.ts';

/** What an edge hands to the checker: a file's text, its name, and how to read it. */
export interface Source {
  /** Path or URI; only shown, never opened. */
  readonly path: string;
  readonly text: string;
  /** An LSP language id (`markdown`, `html`, `plaintext`, `text`, …). Left out: by the path's ending; unknown = plain text. */
  readonly language?: string;
}

/** Where an article's date comes from, most binding first. */
export type DateOrigin = 'directive' | 'front-matter' | 'meta' | 'option';

/** An article as read. Spans inside `prose` count in `prose.text`; all others in `text`. */
export interface Draft {
  readonly path: string;
  /** The source, whole. */
  readonly text: string;
  readonly language: Language;
  readonly prose: Prose;
  /** The day on which the article speaks; always a full day (a month or year stands for its first day). */
  readonly asOf: Required<CalendarDate>;
  readonly asOfOrigin: DateOrigin;
  readonly directives: readonly Directive[];
}

/** A language that drafts are read in. */
export type Language = 'markdown' | 'html' | 'plaintext' | 'asciidoc' | 'restructuredtext' | 'latex' | 'mdx';

/** `<!-- factlint-disable-next-line percent-mismatch: as quoted -->`; spans are in the source. */
export interface Directive {
  readonly kind: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'date';
  readonly span: Span;
  /** Codes it names, with their spans; empty = every code. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  readonly reason?: string;
  /** The source range that it silences; undefined for `enable` and `date`. */
  readonly scope?: Span;
  readonly date?: CalendarDate;
}
