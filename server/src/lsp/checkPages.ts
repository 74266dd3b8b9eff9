/** Where the pages on the checks stand: one a code. */
const CHECK_PAGES = 'https://github.com/factlint/factlint/blob/main/docs/checks/';

/** The page that explains a check. */
export function pageOf(code: string): string {
  return `${CHECK_PAGES}${code}.md`;
}
