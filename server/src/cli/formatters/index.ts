import type { Formatter } from './formatter.ts';
import { github } from './github.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** Every `--format`, in the order of `--help`. */
export const FORMATTERS = {
  pretty,
  json,
  jsonl,
  sarif,
  github,
  junit,
  markdown,
  html,
} as const satisfies Record<string, Formatter>;

/** A choice of `--format`. */
export type FormatName = keyof typeof FORMATTERS;

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(FORMATTERS) as readonly FormatName[];
