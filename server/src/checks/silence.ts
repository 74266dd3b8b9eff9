import type { Directive, Draft } from '../text/draft.ts';
import { contains, overlaps } from '../text/span.ts';
import type { Finding } from './check.ts';

/** The code of what is wrong with a directive itself. */
export const DIRECTIVE_CODE = 'directive-unused';

/** Leaves out what the draft's directives silence; a directive that silences nothing, or names no check, is itself a finding. Source spans. */
export function silence(
  findings: readonly Finding[],
  { directives }: Draft,
  codes: ReadonlySet<string>,
): readonly Finding[] {
  if (directives.length === 0) return findings;
  const used = new Set<Directive>();
  const kept = findings.filter((finding) => {
    const directive = directives.find((one) => silences(one, finding));
    if (directive) used.add(directive);
    return directive === undefined;
  });
  return [...kept, ...directives.flatMap((directive) => complaints(directive, used.has(directive), codes))];
}

function silences({ scope, codes }: Directive, { code, span }: Finding): boolean {
  return (
    scope !== undefined &&
    overlaps(scope, span) &&
    (codes.length === 0 || codes.some((named) => named.code === code))
  );
}

function complaints(
  { kind, span, codes, scope }: Directive,
  isUsed: boolean,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const unknown = codes.filter(({ code }) => !known.has(code));
  if (unknown.length > 0)
    return unknown.map(({ code, span: at }) =>
      complaint(contains(span, at) ? at : span, `There is no check “${code}”`),
    );
  const isSilencer = scope !== undefined && kind !== 'enable' && kind !== 'date';
  return isSilencer && !isUsed ? [complaint(span, 'This directive silences nothing')] : [];
}

function complaint(span: Finding['span'], message: string): Finding {
  return {
    code: DIRECTIVE_CODE,
    severity: 'info',
    span,
    message,
    fixes: [],
    evidence: [],
    quoted: false,
    safe: false,
  };
}
