import { textOf } from '../text/span.ts';
import type { Check } from './check.ts';
import { relationWords } from './describe.ts';
import { oneLine } from './valueFixes.ts';

/** Two values for one thing in the same draft, where no fact says which of them is right. */
export const draftContradiction = {
  code: 'draft-contradiction',
  title: 'The draft contradicts itself',
  severity: 'info',
  *run({ draft, facts, contradictions }) {
    const { text } = draft.prose;
    for (const { first, second, subject, object, relation } of contradictions) {
      const one = textOf(text, first.span);
      const other = textOf(text, second.span);
      yield {
        span: second.span,
        message: `${oneLine(other)} here, but ${oneLine(one)} further up, for ${relationWords(relation, subject, object, facts)}`,
        fixes: [
          { title: `Change to ${one}`, edits: [{ span: second.span, newText: one }], preferred: false },
          {
            title: `Change the other one to ${other}`,
            edits: [{ span: first.span, newText: other }],
            preferred: false,
          },
        ],
        evidence: [{ why: 'Both cannot be right, and no fact says which one is.' }],
        related: [{ span: first.span, message: `${oneLine(one)} stands here` }],
        quoted: false,
        safe: false,
      };
    }
  },
} as const satisfies Check;
