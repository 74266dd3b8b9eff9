import type { Report } from '../checker.ts';
import type { Finding } from '../checks/check.ts';
import type { Candidate, Verdict } from '../claims/claim.ts';
import type { Fact, FactBase } from '../facts/facts.ts';
import type { EntityMention, Reference } from '../mentions/mention.ts';
import { toIsoDate } from '../text/calendarDate.ts';
import { type Span, textOf } from '../text/span.ts';
import type { Stated } from '../values/kind.ts';

/** All that a report knows of one place: mentions, claims with their candidates, verdicts, findings. Ends with a line break. */
export function explainAt(
  report: Report,
  facts: FactBase,
  offset: number,
  showPath: (path: string) => string,
): string {
  const { text, asOf, asOfOrigin } = report.draft;
  const here = ({ start, end }: Span) => start <= offset && offset <= end;
  const lines: string[] = [`Article's date: ${toIsoDate(asOf)} (${ORIGINS[asOfOrigin]})`];
  for (const mention of report.mentions.entities)
    if (here(mention.span)) lines.push(...nameLines(mention, text, facts));
  for (const reference of report.mentions.references)
    if (here(reference.span)) lines.push(...referenceLines(reference, text));
  for (const value of report.mentions.values) if (here(value.span)) lines.push(...valueLines(value, text));
  const verdicts = report.verdicts.filter(({ claim }) => here(claim.span));
  for (const verdict of verdicts) lines.push(...verdictLines(verdict, text, showPath));
  for (const finding of report.findings) if (here(finding.span)) lines.push(...findingLines(finding, text));
  if (lines.length === 1) lines.push('Nothing checkable stands here.');
  else if (verdicts.length === 0) lines.push('No claim: nothing ties these words to a fact.');
  return `${lines.join('\n')}\n`;
}

const ORIGINS = {
  directive: 'from a directive in the text',
  'front-matter': 'from the front matter',
  meta: 'from a <meta> of the page',
  option: 'from --as-of, the settings or today',
} as const;

function nameLines(mention: EntityMention, text: string, facts: FactBase): readonly string[] {
  const name = facts.entities.get(mention.entity)?.name ?? mention.entity;
  const better = mention.corrections.length > 0 ? `; better: ${mention.corrections.join(', ')}` : '';
  const doubt = mention.certain ? '' : '; not certain enough for a finding';
  return [
    `Name “${textOf(text, mention.span)}”: ${mention.form} form of ${name} (${mention.entity})${better}${doubt}`,
  ];
}

function referenceLines({ span, via, entities }: Reference, text: string): readonly string[] {
  return [`Reference “${textOf(text, span)}” (${via}) to ${entities.join(' or ')}`];
}

function valueLines({ span, value, hedge }: Stated, text: string): readonly string[] {
  const about = hedge ? `, hedged by “${textOf(text, hedge.span)}” (${hedge.kind})` : '';
  return [`Value “${textOf(text, span)}”: ${valueWords(value)}${about}`];
}

function valueWords(value: Stated['value']): string {
  const { kind, ...members } = value;
  const words = Object.entries(members).map(([key, member]) => `${key} ${JSON.stringify(member)}`);
  return `${kind} (${words.join(', ')})`;
}

function verdictLines(verdict: Verdict, text: string, showPath: (path: string) => string): readonly string[] {
  const { claim } = verdict;
  const about = [
    claim.subject === undefined ? '' : `subject ${claim.subject}`,
    claim.object === undefined ? '' : `object ${claim.object}`,
    claim.cue === undefined ? '' : `cue “${textOf(text, claim.cue)}”`,
    claim.quoted ? 'in a quotation' : '',
  ].filter((it) => it !== '');
  const lines = [`Claim “${textOf(text, claim.span)}”: ${[claim.kind, ...about].join(', ')}`];
  if (claim.candidates.length === 0 && claim.stated) lines.push('  no candidate facts');
  claim.candidates.forEach((candidate, index) => {
    lines.push(...candidateLines(candidate, index + 1, showPath));
  });
  lines.push(`  verdict: ${verdictWords(verdict)}`);
  const why = verdict.label === 'not-enough-info' ? verdict.why : verdict.evidence.why;
  if (why !== undefined) lines.push(`  because: ${why}`);
  return lines;
}

function candidateLines(
  { fact, score, reasons }: Candidate,
  rank: number,
  showPath: (path: string) => string,
): readonly string[] {
  const values = fact.values.map(({ text }) => text).join(' · ');
  const { path, line } = fact.location;
  return [
    `  ${rank}. ${fact.id} (${Math.round(score * 100) / 100}): ${aboutWords(fact)} = ${values}, ${showPath(path)}:${line + 1}`,
    ...reasons.map((reason) => `       ${reason}`),
  ];
}

function aboutWords({ subject, relation, about, object, of, period }: Fact): string {
  const what = relation?.id ?? about[0] ?? '';
  return [subject, what, object, of, period?.label].filter((it) => it !== undefined && it !== '').join(' ');
}

function verdictWords(verdict: Verdict): string {
  if (verdict.label !== 'refuted') return verdict.label;
  return `refuted (${verdict.reason})${verdict.strong ? '' : ', bound too weakly for a finding'}`;
}

function findingLines({ code, severity, message, span, fixes }: Finding, text: string): readonly string[] {
  return [
    `Finding “${textOf(text, span)}”: ${severity} ${code}`,
    `  ${message}`,
    ...fixes.map(({ title, preferred }) => `  fix: ${title}${preferred ? ' (preferred)' : ''}`),
  ];
}
