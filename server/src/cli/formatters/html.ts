import { articleOf, PAGE_HEAD, pageEnd } from '../../project/report/htmlPage.ts';
import type { Formatter } from './formatter.ts';

/** One self-contained page, written file by file. */
export const html = {
  description: 'one page: the drafts with each claim marked and its evidence',
  wantsText: true,
  open({ version }) {
    let files = 0;
    return {
      start: () => PAGE_HEAD,
      file: (result) => articleOf(result, ++files),
      end: (summary) => pageEnd(summary, version),
    };
  },
} as const satisfies Formatter;
