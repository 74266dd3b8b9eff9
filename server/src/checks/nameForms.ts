import type { NameForm } from '../mentions/mention.ts';
import { textOf } from '../text/span.ts';
import type { CheckContext, Found } from './check.ts';
import { citeSource } from './describe.ts';
import { oneLine, toFixes } from './valueFixes.ts';

/** A finding for every certain mention that has one of the wrong forms. `say` makes the message of what is written and what is right. */
export function* findForms(
  context: CheckContext,
  form: NameForm,
  say: (written: string, right: string) => string,
): Iterable<Found> {
  for (const verdict of context.refuted) {
    if (verdict.evidence.entity === undefined || verdict.evidence.fact) continue;
    const mention = context.mentions.entities.find(
      ({ span }) => span.start === verdict.claim.span.start && span.end === verdict.claim.span.end,
    );
    if (mention?.form !== form || (form === 'former-name' && isCited(context.draft.prose.text, mention.span)))
      continue;
    const { entity } = verdict.evidence;
    const written = oneLine(textOf(context.draft.prose.text, mention.span));
    const right = oneLine(mention.corrections[0] ?? entity.name);
    yield {
      span: mention.span,
      message: `${say(written, right)}${citeSource(entity.sources, context.facts)}`,
      fixes: toFixes(mention.span, mention.corrections),
      evidence: [verdict.evidence],
      claim: verdict.claim,
      quoted: verdict.claim.quoted,
      safe: !verdict.claim.quoted && form !== 'former-name',
      ...(form === 'former-name' ? { outdated: true as const } : {}),
    };
  }
}

/** A name between quotation marks of its own is spoken about, not used. */
function isCited(text: string, { start, end }: Found['span']): boolean {
  return /["“«‘]/.test(text[start - 1] ?? '') && /["”»’]/.test(text[end] ?? '');
}
