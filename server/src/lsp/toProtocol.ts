/** The one place where spans become positions, and findings become what the protocol shows. */
import {
  type CodeDescription,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type Location as ProtocolLocation,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Severity } from '../checks/check.ts';
import type { Evidence } from '../claims/claim.ts';
import type { FactBase, Location, Problem } from '../facts/facts.ts';
import type { Span } from '../text/span.ts';
import { pageOf } from './checkPages.ts';
import { offsetAt, offsetOfUtf16 } from './documents.ts';
import type { DiagnosticData } from './messages.ts';
import { factTitle, timeWords } from './words.ts';

/** `Diagnostic.source`. */
export const SOURCE = 'factlint';

const SEVERITIES: Record<Severity | 'note', DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  note: DiagnosticSeverity.Hint,
};

/** Finds where a place in a facts file stands in the protocol's terms; undefined where no editor could show it. */
export type Locate = (location: Location) => ProtocolLocation | undefined;

/** What a diagnostic is made with. */
export interface DiagnosticContext {
  readonly locate: Locate;
  readonly relatedInformation: boolean;
  /** The facts in force, for their names. */
  readonly facts: FactBase;
}

/** The range of a span, as the client counts. */
export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** A character in a file that is not read; right to the letter where the client counts in UTF-16. */
export function rangeAt({ line, character }: Location): Range {
  return { start: { line, character }, end: { line, character: character + 1 } };
}

/** The span of a client's range, whatever it is: outside the text it is taken to the nearest place, and turned round if need be. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  const from = offsetAt(document, start);
  const to = offsetAt(document, end);
  return { start: Math.min(from, to), end: Math.max(from, to) };
}

/** The offset of a client’s position, whatever it is: outside the text it is taken to the nearest place. */
export function toOffset(document: TextDocument, position: Position): number {
  return offsetAt(document, position);
}

/** One replacement in the protocol’s terms. */
export function toTextEdit(document: TextDocument, { span, newText }: Edit): TextEdit {
  return { range: toRange(document, span), newText };
}

/** A finding with its page, the lines of the facts that decided, and typed data. */
export function toDiagnostic(
  document: TextDocument,
  finding: Finding,
  context: DiagnosticContext,
): Diagnostic {
  const { span, severity, code, message, outdated } = finding;
  const related = context.relatedInformation ? toRelated(document, finding, context) : [];
  return {
    range: toRange(document, span),
    severity: SEVERITIES[severity],
    code,
    codeDescription: { href: pageOf(code) } satisfies CodeDescription,
    source: SOURCE,
    message,
    ...(related.length > 0 && { relatedInformation: [...related] }),
    ...(outdated && { tags: [DiagnosticTag.Deprecated] }),
    data: toData(finding),
  };
}

function toData({ code, evidence: [evidence], safe }: Finding): DiagnosticData {
  return {
    code,
    ...(evidence?.fact && { fact: evidence.fact.id }),
    ...(evidence?.entity && { entity: evidence.entity.id }),
    safe,
  };
}

function toRelated(
  document: TextDocument,
  { evidence, related = [] }: Finding,
  { locate, facts: base }: DiagnosticContext,
): readonly DiagnosticRelatedInformation[] {
  const facts = evidence.flatMap((it) => {
    const location = locationOf(it);
    const found = location && locate(location);
    return found ? [{ location: found, message: sayEvidence(it, base) }] : [];
  });
  const places = related.map(({ span, message }) => ({
    location: { uri: document.uri, range: toRange(document, span) },
    message,
  }));
  return [...facts, ...places];
}

/** The line of the facts file that decided. */
export function locationOf({ value, fact, entity }: Evidence): Location | undefined {
  return value?.location ?? fact?.location ?? entity?.location;
}

/** «Renault · stake · Nissan: 43.4% until 2023-11-08» */
function sayEvidence({ fact, value, entity }: Evidence, facts: FactBase): string {
  if (!fact) return entity?.name ?? 'facts';
  const said = value ? [value.text, timeWords(value)].filter((it) => it !== '').join(' ') : undefined;
  return [factTitle(facts, fact), ...(said === undefined ? [] : [said])].join(': ');
}

/** What is wrong in a facts file or a configuration; without a place: at its first line. */
export function toProblemDiagnostic(document: TextDocument, problem: Problem): Diagnostic {
  const { line = 0, character = 0, length = 1, cell, message, severity = 'error' } = problem;
  const start = offsetOfUtf16(document, { line, character });
  return {
    range: toRange(document, { start, end: start + length }),
    severity: SEVERITIES[severity],
    source: SOURCE,
    message: cell === undefined ? message : `${cell}: ${message}`,
  };
}
