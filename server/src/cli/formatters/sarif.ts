import type {
  ArtifactLocation,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
  Location as SarifLocation,
  Suppression,
} from 'sarif';
import type { Problem } from '../../facts/facts.ts';
import { isError } from '../../facts/isError.ts';
import { BUNDLED } from '../../project/bundled.ts';
import type { FileResult, FindingView, FixView } from '../../project/fileResult.ts';
import type { Place } from '../../project/lineIndex.ts';
import { problemWords, sourceWords } from '../../project/report/words.ts';
import { ruleSettings } from '../../settings.ts';
import type { FormatContext, Formatter } from './formatter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0 for code scanning. Accepted findings stay in it as suppressed, so that nothing opens anew. */
export const sarif = {
  description: 'SARIF 2.1.0 for code scanning',
  wantsSuppressed: true,
  open(context) {
    let isFirst = true;
    return {
      start: () => head(context),
      file(result) {
        const results = result.findings.map((finding) => JSON.stringify(toResult(finding, result)));
        if (results.length === 0) return '';
        const comma = isFirst ? '' : ',';
        isFirst = false;
        return `${comma}\n${results.join(',\n')}`;
      },
      end: ({ problems }) => `],\n"invocations":[${JSON.stringify(toInvocation(problems))}]}]}\n`,
    };
  },
} as const satisfies Formatter;

/** All up to the list of results, which is written file by file. */
function head({ version, workingFolder, pageOf }: FormatContext): string {
  const rules = ruleSettings().map((rule) => toRule(rule, pageOf(rule.code)));
  const driver = { name: 'factlint', version, rules };
  const bases = { '%SRCROOT%': { uri: `${fileUri(workingFolder)}/` } };
  return (
    `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},\n` +
    `"columnKind":"utf16CodeUnits","originalUriBaseIds":${JSON.stringify(bases)},\n"results":[`
  );
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

function toRule(
  { code, title, severity }: ReturnType<typeof ruleSettings>[number],
  page: string | undefined,
): ReportingDescriptor {
  return {
    id: code,
    name: code.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    help: { text: page ?? title, ...(page !== undefined && { markdown: page }) },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function toResult(finding: FindingView, { path }: FileResult): Result {
  const { code, severity, message, start, end, related, fixes, evidence, fingerprint, suppressed } = finding;
  const others = related.map((it, id) =>
    toLocation(path, it.start, it.end, { id, message: { text: it.message } }),
  );
  const fact = evidence?.location;
  const source = evidence?.source ? ` Source: ${sourceWords(evidence.source)}.` : '';
  if (fact && !fact.path.startsWith(BUNDLED)) {
    const region = { startLine: fact.line + 1, startColumn: fact.character + 1 };
    const physicalLocation = { artifactLocation: artifact(fact.path), region };
    others.push({ id: others.length, message: { text: 'The fact.' }, physicalLocation });
  }
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: message + source },
    locations: [toLocation(path, start, end)],
    ...(others.length > 0 && { relatedLocations: others }),
    partialFingerprints: { 'factlint/v1': fingerprint },
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => toFix(fix, path)) }),
    suppressions: suppressed ? [toSuppression(suppressed)] : [],
  };
}

function toSuppression({ reason }: NonNullable<FindingView['suppressed']>): Suppression {
  return { kind: 'external', status: 'accepted', ...(reason !== undefined && { justification: reason }) };
}

function toLocation(
  path: string,
  start: Place,
  end: Place,
  more: Partial<SarifLocation> = {},
): SarifLocation {
  return { ...more, physicalLocation: { artifactLocation: artifact(path), region: toRegion(start, end) } };
}

function toRegion(start: Place, end: Place): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function toFix({ title, edits }: FixView, path: string): SarifFix {
  const replacements = edits.map(({ start, end, newText }) => ({
    deletedRegion: toRegion(start, end),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(path), replacements }],
  };
}

function artifact(path: string): ArtifactLocation {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return { uri: fileUri(path) };
  return { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
}

function fileUri(path: string): string {
  return `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}`;
}

/** A lone surrogate, which a URI cannot hold. */
const LONE_SURROGATE = /\p{Cs}/gu;

function encodePath(path: string): string {
  return path
    .replace(LONE_SURROGATE, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}

function toInvocation(problems: readonly Problem[]) {
  return {
    executionSuccessful: !problems.some(isError),
    toolExecutionNotifications: problems.map(({ path, line, severity, ...problem }) => ({
      level: severity ?? 'error',
      message: { text: problemWords({ path, ...problem }) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: artifact(path),
            ...(line !== undefined && { region: { startLine: line + 1 } }),
          },
        },
      ],
    })),
  };
}
