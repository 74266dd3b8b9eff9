import type { Formatter } from './formatter.ts';
import { toJsonFile } from './json.ts';

/** One JSON object a file and line, as in the `files` of `json`; a last line with `problems` where there are any. */
export const jsonl = {
  description: 'one JSON object a file and line',
  open: () => ({
    start: () => '',
    file: (result) => `${JSON.stringify(toJsonFile(result))}\n`,
    end: ({ problems }) => problems.map((problem) => `${JSON.stringify({ problem })}\n`).join(''),
  }),
} as const satisfies Formatter;
