import type { Report } from '../checker.ts';
import { acceptedBy } from '../project/accepted.ts';
import type { Source } from '../text/draft.ts';
import { textOf } from '../text/span.ts';
import type { Host } from './host.ts';
import type { Scope } from './scope.ts';

/** Checks one text by what holds in its scope, without the findings that the desk has accepted. */
export function checkDraft(host: Host, scope: Scope, source: Source): Report {
  const report = host.check(source, scope.facts, scope.options);
  const { accepted } = scope.settings;
  if (accepted.length === 0) return report;
  const { text, asOf } = report.draft;
  const findings = report.findings.filter(
    ({ code, span }) => !acceptedBy({ code, text: textOf(text, span) }, source.path, asOf, accepted),
  );
  return { ...report, findings };
}
