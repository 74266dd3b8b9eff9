import type { Edit, Finding } from './checks/check.ts';
import type { Claim, Verdict } from './claims/claim.ts';
import type { Mentions } from './mentions/mention.ts';
import type { Draft } from './text/draft.ts';
import type { Prose } from './text/prose.ts';
import type { Span } from './text/span.ts';
import type { Stated } from './values/kind.ts';

type ToSource = (span: Span) => Span;

/** Takes all that was learnt from the prose to the source: the one place where offsets change. */
export function toSource(
  { prose, text: source }: Pick<Draft, 'prose' | 'text'>,
  all: {
    readonly mentions: Mentions;
    readonly verdicts: readonly Verdict[];
    readonly findings: readonly Finding[];
  },
): typeof all {
  // Plain text is its own prose: every span stands already where it is in the source.
  if (prose.text === source) return all;
  const at: ToSource = (span) => prose.toSource(span);
  const verdicts = new Map(
    all.verdicts.map((verdict) => [verdict.claim, { ...verdict, claim: moveClaim(verdict.claim, at) }]),
  );
  return {
    mentions: moveMentions(all.mentions, at),
    verdicts: all.verdicts.map(({ claim }) => verdicts.get(claim)!),
    findings: all.findings.map((finding) => moveFinding(finding, verdicts, prose, source)),
  };
}

/** References stay unread until somebody asks for them. */
function moveMentions(mentions: Mentions, at: ToSource): Mentions {
  let references: Mentions['references'] | undefined;
  return {
    entities: mentions.entities.map((mention) => ({ ...mention, span: at(mention.span) })),
    get references() {
      references ??= mentions.references.map((mention) => ({ ...mention, span: at(mention.span) }));
      return references;
    },
    values: mentions.values.map((stated) => moveStated(stated, at)),
    nameSlips: mentions.nameSlips.map((slip) => ({ ...slip, span: at(slip.span) })),
  };
}

function moveClaim(claim: Claim, at: ToSource): Claim {
  return {
    ...claim,
    span: at(claim.span),
    ...(claim.stated ? { stated: moveStated(claim.stated, at) } : {}),
    ...(claim.cue ? { cue: at(claim.cue) } : {}),
  };
}

function moveStated(stated: Stated, at: ToSource): Stated {
  const span = at(stated.span);
  return stated.hedge
    ? { ...stated, span, hedge: { ...stated.hedge, span: at(stated.hedge.span) } }
    : { ...stated, span };
}

function moveFinding(
  finding: Finding,
  verdicts: ReadonlyMap<Claim, Verdict>,
  prose: Prose,
  source: string,
): Finding {
  const at: ToSource = (span) => prose.toSource(span);
  const claim = finding.claim && verdicts.get(finding.claim)?.claim;
  return {
    ...finding,
    span: at(finding.span),
    fixes: finding.fixes.map((fix) => {
      const [first, ...rest] = fix.edits;
      const move = (edit: Edit) => moveEdit(edit, prose, source);
      return { ...fix, edits: [move(first), ...rest.map(move)] };
    }),
    ...(claim ? { claim } : {}),
    ...(finding.related ? { related: finding.related.map((one) => ({ ...one, span: at(one.span) })) } : {}),
  };
}

/**
 * An edit in the source. Where markup or entities stand among the words («22&nbsp;percent», «**Hayase** Motors»), only the
 * letters that differ are replaced, so that the markup stays as it is.
 */
function moveEdit({ span, newText }: Edit, prose: Prose, source: string): Edit {
  const whole = prose.toSource(span);
  const words = prose.text.slice(span.start, span.end);
  if (source.slice(whole.start, whole.end) === words) return { span: whole, newText };
  const shortest = Math.min(words.length, newText.length);
  let head = 0;
  while (head < shortest && isSameLetter(words[head]!, newText[head]!)) head += 1;
  let tail = 0;
  while (tail < shortest - head && isSameLetter(words.at(-1 - tail)!, newText.at(-1 - tail)!)) tail += 1;
  const middle = { start: span.start + head, end: span.end - tail };
  const target = middle.start === middle.end ? insertionPoint(prose, middle.start) : prose.toSource(middle);
  return { span: target, newText: newText.slice(head, newText.length - tail) };
}

/** Nothing is taken out: the place right behind the letter before. */
function insertionPoint(prose: Prose, at: number): Span {
  const { end } =
    at > 0
      ? prose.toSource({ start: at - 1, end: at })
      : { end: prose.toSource({ start: at, end: at }).start };
  return { start: end, end };
}

/** Any white space stands for any other: a no-break space stays one. */
function isSameLetter(one: string, other: string): boolean {
  return one === other || (/\s/.test(one) && /\s/.test(other));
}
