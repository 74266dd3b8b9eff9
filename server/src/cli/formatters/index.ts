import type { Formatter } from './formatter.ts';
import { json } from './json.ts';

/** Every `--format`, in the order of `--help`. */
export const FORMATTERS = { json } as const satisfies Record<string, Formatter>;

export type FormatName = keyof typeof FORMATTERS;

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(FORMATTERS) as readonly FormatName[];
