/** What the suite's own lines begin with, among all that a workbench logs. */
export const SUITE_MARK = '[suite] ';
