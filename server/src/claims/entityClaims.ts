import type { EntityType, FactBase } from '../facts/facts.ts';
import type { EntityMention } from '../mentions/mention.ts';
import type { Claim, ClaimKind, Verdict } from './claim.ts';
import type { DraftView } from './view.ts';

const KINDS: Readonly<Record<EntityType, ClaimKind>> = {
  company: 'company',
  organization: 'company',
  agency: 'company',
  alliance: 'company',
  person: 'person',
  place: 'place',
  event: 'event',
  product: 'product',
  other: 'other',
};

/** Every name of a known entity is a claim too: that it is called so. */
export function judgeEntities({ mentions }: DraftView, facts: FactBase): readonly Verdict[] {
  return mentions.entities.flatMap((mention) => judgeEntity(mention, facts));
}

function judgeEntity(mention: EntityMention, { entities }: FactBase): Verdict[] {
  const entity = entities.get(mention.entity);
  if (entity === undefined) return [];
  const claim: Claim = {
    kind: KINDS[entity.type],
    span: mention.span,
    subject: entity.id,
    quoted: false,
    candidates: [],
  };
  const called = entity.legalName ?? entity.name;
  const evidence = { entity, why: `The facts call it ${called.replace(/\.$/, '')}.` };
  if (mention.form === 'correct' || mention.form === 'ambiguous')
    return [{ label: 'supported', claim, evidence }];
  if (!mention.certain) return [{ label: 'not-enough-info', claim }];
  return [
    {
      label: 'refuted',
      claim,
      evidence,
      reason: mention.form === 'former-name' ? 'outdated' : 'differs',
      strong: true,
    },
  ];
}
