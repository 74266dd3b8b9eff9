/** The importable engine: runs in Node and in a browser. */
export { type Accepted, type CheckOptions, check, type Report } from './checker.ts';
export type { Edit, Finding, Fix, Severity } from './checks/check.ts';
export type { Candidate, Claim, ClaimKind, Evidence, RefutedReason, Verdict } from './claims/claim.ts';
export type * from './facts/facts.ts';
export { readFacts } from './facts/readFacts.ts';
export type { CalendarDate } from './text/calendarDate.ts';
export type { Draft, Language, Source } from './text/draft.ts';
export type { Span } from './text/span.ts';
export { scanDates, scanPercentages } from './values/scanners.ts';
