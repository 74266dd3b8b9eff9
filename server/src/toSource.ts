import type { Finding } from './checks/check.ts';
import type { Claim, Verdict } from './claims/claim.ts';
import type { Mentions } from './mentions/mention.ts';
import type { Prose } from './text/prose.ts';
import type { Span } from './text/span.ts';
import type { Stated } from './values/kind.ts';

type ToSource = (span: Span) => Span;

/** Takes all that was learnt from the prose to the source: the one place where offsets change. */
export function toSource(prose: Prose, all: { readonly mentions: Mentions; readonly verdicts: readonly Verdict[]; readonly findings: readonly Finding[] }): typeof all {
  const at: ToSource = (span) => prose.toSource(span);
  const verdicts = new Map(all.verdicts.map((verdict) => [verdict.claim, { ...verdict, claim: moveClaim(verdict.claim, at) }]));
  const { entities, references, values } = all.mentions;
  return {
    mentions: {
      entities: entities.map((mention) => ({ ...mention, span: at(mention.span) })),
      references: references.map((mention) => ({ ...mention, span: at(mention.span) })),
      values: values.map((stated) => moveStated(stated, at)),
    },
    verdicts: all.verdicts.map(({ claim }) => verdicts.get(claim)!),
    findings: all.findings.map((finding) => moveFinding(finding, verdicts, at)),
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
  return stated.hedge ? { ...stated, span, hedge: { ...stated.hedge, span: at(stated.hedge.span) } } : { ...stated, span };
}

function moveFinding(finding: Finding, verdicts: ReadonlyMap<Claim, Verdict>, at: ToSource): Finding {
  const claim = finding.claim && verdicts.get(finding.claim)?.claim;
  return {
    ...finding,
    span: at(finding.span),
    fixes: finding.fixes.map((fix) => {
      const [first, ...rest] = fix.edits;
      return { ...fix, edits: [moveEdit(first, at), ...rest.map((edit) => moveEdit(edit, at))] };
    }),
    ...(claim ? { claim } : {}),
    ...(finding.related ? { related: finding.related.map((one) => ({ ...one, span: at(one.span) })) } : {}),
  };
}

function moveEdit<E extends { readonly span: Span }>(edit: E, at: ToSource): E {
  return { ...edit, span: at(edit.span) };
}
