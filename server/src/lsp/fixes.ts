import type { Report } from '../checker.ts';
import type { Edit, Finding, Fix } from '../checks/check.ts';

/** All edits that may be made unseen: the preferred fix of every safe finding outside quotations. Never overlapping. */
export function safeEdits({ findings }: Report): readonly Edit[] {
  const fixes = findings
    .filter(({ safe, quoted }) => safe && !quoted)
    .flatMap((finding) => finding.fixes.find(({ preferred }) => preferred) ?? []);
  return withoutOverlaps(fixes);
}

/** The findings of a draft that rest on the same fact (or entity) and the same check, and can be fixed; quotations left out. */
export function alike({ findings }: Report, finding: Finding): readonly Finding[] {
  const decided = deciderOf(finding);
  if (decided === undefined) return [];
  return findings.filter(
    (it) => it.code === finding.code && deciderOf(it) === decided && it.fixes.length > 0 && !it.quoted,
  );
}

function deciderOf({ evidence: [evidence] }: Finding): string | undefined {
  return evidence?.fact?.id ?? evidence?.entity?.id;
}

/** The best fix of each. Never overlapping. */
export function bestEdits(findings: readonly Finding[]): readonly Edit[] {
  return withoutOverlaps(findings.flatMap(({ fixes: [best] }) => best ?? []));
}

/** Of two fixes that touch the same words the first is made; a fix's edits are made all or none. In reading order. */
function withoutOverlaps(fixes: readonly Fix[]): readonly Edit[] {
  const taken: Edit[] = [];
  for (const { edits } of fixes) {
    const isFree = edits.every(({ span }) =>
      taken.every((it) => span.end < it.span.start || it.span.end < span.start),
    );
    if (isFree) taken.push(...edits);
  }
  return taken.sort((a, b) => a.span.start - b.span.start);
}
