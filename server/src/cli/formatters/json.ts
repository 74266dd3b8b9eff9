import type { ClaimView, EvidenceView, FileResult, FindingView } from '../../project/fileResult.ts';
import { shownFindings } from '../../project/fileResult.ts';
import type { Summary } from '../../project/report/summary.ts';
import type { Formatter } from './formatter.ts';

/** One JSON document, version 1 of the contract; written file by file. */
export const json = {
  description: 'one JSON document (lines and characters from 0, UTF-16)',
  open({ version }) {
    let isFirst = true;
    return {
      start: () => `{"version":1,"tool":${JSON.stringify({ name: 'factlint', version })},\n"files":[`,
      file(result) {
        const comma = isFirst ? '' : ',';
        isFirst = false;
        return `${comma}\n${JSON.stringify(toJsonFile(result))}`;
      },
      end: (summary) =>
        `],\n"problems":${JSON.stringify(summary.problems)},\n"summary":${JSON.stringify(toJsonSummary(summary))}}\n`,
    };
  },
} as const satisfies Formatter;

/** A file's result as the contract has it. */
export function toJsonFile(result: FileResult) {
  return {
    path: result.path,
    asOf: result.asOf,
    findings: shownFindings(result).map(toJsonFinding),
    verdicts: result.verdicts,
    ...(result.claims && { claims: result.claims.map(toJsonClaim) }),
  };
}

/** A run's counts as the contract has them. */
export function toJsonSummary({ files, errors, warnings, infos, hints }: Summary) {
  return { files, errors, warnings, infos: infos + hints };
}

/** A finding as the contract has it. */
export function toJsonFinding({ code, severity, message, text, start, end, fixes, evidence }: FindingView) {
  return { code, severity, message, text, start, end, fixes, evidence: toJsonEvidence(evidence) };
}

/** A claim as the contract has it. */
export function toJsonClaim({ kind, text, start, end, verdict, reason, evidence }: ClaimView) {
  const why = reason === null ? {} : { reason };
  return { kind, text, start, end, verdict, ...why, evidence: toJsonEvidence(evidence) };
}

/** A fact's evidence has no `entity`, a name's no `fact`, the calendar's neither. */
export function toJsonEvidence(evidence: EvidenceView | null) {
  if (!evidence) return null;
  const { fact, entity, value, from, to, source, location, why } = evidence;
  return {
    fact,
    ...(fact === null && entity !== null && { entity }),
    value,
    from,
    to,
    source,
    location,
    why,
  };
}
