import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Evidence, Verdict } from '../claims/claim.ts';
import type { Entity, Fact, FactBase, FactValue } from '../facts/facts.ts';
import type { EntityMention } from '../mentions/mention.ts';
import { type Span, textOf } from '../text/span.ts';
import { factOf, spotAt } from './at.ts';
import { escapeMarkdown as escaped, linkTo, toPlainText } from './markdownText.ts';
import { toRange } from './toProtocol.ts';
import type { DraftView } from './views.ts';
import { correctNames, entityName, factTitle, sourcesOf, sourceWords } from './words.ts';

/** The card on what stands at an offset: the claim's where it is one of a value, else the entity's; null for nothing. */
export function hoverAt(view: DraftView, offset: number, markdown: boolean): Hover | null {
  const { verdict, mention } = spotAt(view.report, offset);
  const { facts } = view.scope;
  if (verdict && !isPlainName(verdict)) {
    return toHover(view, verdict.claim.span, claimCard(verdict, view), markdown);
  }
  const entity = mention && facts.entities.get(mention.entity);
  if (!mention || !entity) return null;
  return toHover(view, mention.span, entityCard(entity, mention, view), markdown);
}

function toHover({ document }: DraftView, span: Span, card: string, markdown: boolean): Hover {
  const value = markdown ? card : toPlainText(card);
  const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: toRange(document, span) };
}

/** A name without a fact behind it: the entity's card says more. */
function isPlainName(verdict: Verdict): boolean {
  return factOf(verdict) === undefined && verdict.claim.stated === undefined;
}

const LABELS: Readonly<Record<Verdict['label'], string>> = {
  supported: 'Supported',
  refuted: 'Refuted',
  'not-enough-info': 'No fact decides this',
};

const REASONS = {
  differs: 'the facts differ',
  outdated: 'outdated',
  reversed: 'the wrong way round',
} as const;

function claimCard(verdict: Verdict, { report, scope }: DraftView): string {
  const { facts } = scope;
  const words = `“${escaped(textOf(report.draft.text, verdict.claim.span))}”`;
  const reason = verdict.label === 'refuted' ? ` (${REASONS[verdict.reason]})` : '';
  const heading = `**${LABELS[verdict.label]}**${reason}: ${words}`;
  const { fact } = verdict.label === 'not-enough-info' ? {} : verdict.evidence;
  const evidence = verdict.label === 'not-enough-info' ? undefined : verdict.evidence;
  const { why } = verdict.label === 'not-enough-info' ? verdict : verdict.evidence;
  return [
    heading,
    ...(why === undefined ? [] : [escaped(why)]),
    ...(fact ? factParts(fact, evidence?.value, facts) : []),
    ...(evidence?.overdue ? ['This fact was due to be looked at again before the article’s date.'] : []),
    ...whyParts(verdict, facts),
  ].join('\n\n');
}

function factParts(fact: Fact, counts: FactValue | undefined, facts: FactBase): readonly string[] {
  const rows = fact.values.map((value) => timelineRow(value, value === counts, facts));
  const table = ['| Value | From | To | Source |', '|:--|:--|:--|:--|', ...rows].join('\n');
  const note = fact.note === undefined ? [] : [`Note: ${escaped(fact.note)}`];
  return [`**${escaped(factTitle(facts, fact))}**`, table, ...note];
}

function timelineRow(value: FactValue, counts: boolean, facts: FactBase): string {
  const { text, fromText = '–', toText = '–', basis, sources } = value;
  const shown = `${escaped(text)}${basis === undefined ? '' : ` (${escaped(basis)})`}`;
  const links = sourcesOf(facts, sources).map((source) => linkTo(sourceWords(source), source.url));
  return `| ${counts ? `**${shown}**` : shown} | ${escaped(fromText)} | ${escaped(toText)} | ${links.join('; ') || '–'} |`;
}

function whyParts({ claim }: Verdict, facts: FactBase): readonly string[] {
  const [best] = claim.candidates;
  if (!best) return [];
  const subject = claim.subject === undefined ? [] : [`subject ${escaped(entityName(facts, claim.subject))}`];
  const reasons = [...subject, ...best.reasons.map(escaped)];
  return reasons.length === 0 ? [] : [`Why this fact (${escaped(best.fact.id)}): ${reasons.join('; ')}.`];
}

function entityCard(entity: Entity, mention: EntityMention, { report, scope }: DraftView): string {
  const { facts } = scope;
  const others = correctNames(entity).filter((name) => name !== entity.name);
  const former = entity.formerNames.map(({ name, untilText }) =>
    untilText === undefined ? name : `${name} (until ${untilText})`,
  );
  const lines = [
    ...formLine(mention, textOf(report.draft.text, mention.span)),
    ...line('Also', others),
    ...line('Formerly', former),
    ...line(
      'Based in',
      [entity.headquarters, entity.country].filter((it) => it !== undefined),
    ),
    ...line('Ticker', entity.ticker === undefined ? [] : [entity.ticker]),
    ...sourcesOf(facts, entity.sources).map((it) => `Source: ${linkTo(sourceWords(it), it.url)}`),
    ...factLines(entity, facts),
  ];
  return [`**${escaped(entity.name)}** (${entity.type})`, ...lines].join('\n\n');
}

function formLine({ form, corrections }: EntityMention, words: string): readonly string[] {
  if (form === 'correct' || form === 'ambiguous') return [];
  const better = corrections[0] === undefined ? '' : `; write ${escaped(corrections[0])}`;
  return [`“${escaped(words)}”: ${form.replaceAll('-', ' ')}${better}.`];
}

function line(label: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`${label}: ${items.map(escaped).join(', ')}`];
}

/** So many facts fit on a card. */
const MOST_FACTS = 6;

function factLines({ id }: Entity, facts: FactBase): readonly string[] {
  const about = facts.bySubject.get(id) ?? [];
  if (about.length === 0) return [];
  const shown = about
    .slice(0, MOST_FACTS)
    .map(
      (fact) =>
        `- ${escaped(factTitle(facts, fact))}: ${escaped(fact.values.map(({ text }) => text).join(' → '))}`,
    );
  const rest = about.length - shown.length;
  return [[...shown, ...(rest > 0 ? [`- … and ${rest} more`] : [])].join('\n')];
}

/** What decided, for a card of its own (inlay hints, completion). */
export function evidenceWords({ fact, value, why }: Evidence, facts: FactBase): string {
  return fact ? `${factTitle(facts, fact)}: ${value?.text ?? ''} (${why})` : why;
}
