import {
  type ClaimView,
  type EvidenceView,
  type FileResult,
  type FindingView,
  shownFindings,
} from '../fileResult.ts';
import { HTML_STYLE } from './htmlStyle.ts';
import { escapeMarkup } from './markup.ts';
import { type Summary, startSummary } from './summary.ts';
import { claimWords, count, findingWords, problemWords, sourceWords, valueWords } from './words.ts';

/**
 * One self-contained page: each draft with its claims marked, and the evidence beside it. Needs no script and nothing
 * from elsewhere. `articleOf` wants results with their text; the page is its head, the articles, its end.
 */
export function pageEnd(summary: Summary, version: string): string {
  const problems = summary.problems.map(
    (problem) =>
      `<li><code>${escapeMarkup(problem.path)}</code>: ${escapeMarkup(problemWords(problem))}</li>`,
  );
  const trouble = problems.length === 0 ? '' : `<h3>Problems</h3><ul>${problems.join('')}</ul>`;
  return `</main>
<footer id="summary"><h2>Summary</h2>
<p>${count(summary.files, 'file')}: ${findingWords(summary)}. Claims: ${claimWords(summary)}.</p>${trouble}
<p class="small">Made by factlint ${escapeMarkup(version)}.</p></footer>
</body></html>
`;
}

/** A whole page on some files. */
export function htmlPage(results: readonly FileResult[], version: string): string {
  const summary = startSummary();
  for (const result of results) summary.add(result, 0);
  return (
    PAGE_HEAD +
    results.map((result, index) => articleOf(result, index + 1)).join('') +
    pageEnd(summary.end([]), version)
  );
}

/** All up to the first article. */
export const PAGE_HEAD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Factlint report</title><style>${HTML_STYLE}</style></head><body>
<a class="skip" href="#summary">To the summary</a>
<header><h1>Factlint report</h1>
<ul class="legend"><li><mark class="supported">supported</mark> the facts say so, too</li>
<li><mark class="refuted">refuted</mark> the facts say otherwise</li>
<li><mark class="open">open</mark> no fact decides it</li></ul></header>
<main>
`;

/** One thing to mark in the draft and to tell of beside it. */
interface Note {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly status: 'supported' | 'refuted' | 'open';
  readonly title: string;
  readonly text: string;
  readonly details: readonly string[];
}

/** One file's article; `number` tells it from the page's others. */
export function articleOf(result: FileResult, number: number): string {
  const notes = notesOf(result);
  const id = `file-${number}`;
  const cards = notes.map((note, index) => toCard(note, `${id}-${index + 1}`, index + 1));
  return `<article aria-labelledby="${id}"><h2 id="${id}">${escapeMarkup(result.path)}</h2>
<p class="small">As of ${result.asOf}.</p>
<div class="columns"><div class="draft" role="region" aria-label="Draft">${markedText(result.text ?? '', notes, id)}</div>
<ol class="notes" aria-label="Evidence">${cards.join('')}</ol></div></article>
`;
}

/** Of a finding and a claim on the same words the finding is told. In reading order, never overlapping. */
function notesOf(result: FileResult): readonly Note[] {
  const findings = withoutOverlaps(shownFindings(result).map(ofFinding));
  const claims = withoutOverlaps((result.claims ?? []).map(ofClaim));
  let next = 0;
  const free = claims.filter(({ start, end }) => {
    while (next < findings.length && findings[next]!.end <= start) next++;
    const finding = findings[next];
    return finding === undefined || end <= finding.start;
  });
  return [...findings, ...free].sort((a, b) => a.start - b.start);
}

function withoutOverlaps(notes: readonly Note[]): readonly Note[] {
  let from = 0;
  const sorted = [...notes].sort((a, b) => a.start - b.start);
  return sorted.filter(({ start, end }) => {
    if (start >= end || start < from) return false;
    from = end;
    return true;
  });
}

function ofFinding({ start, end, code, severity, message, text, fixes, evidence }: FindingView): Note {
  const titles = fixes.map(({ title }) => title).join(' · ');
  return {
    start: start.offset,
    end: end.offset,
    line: start.line + 1,
    status: 'refuted',
    title: `${severity}: ${code}`,
    text,
    details: [
      `<p>${escapeMarkup(message)}</p>`,
      ...(titles === '' ? [] : [`<p class="fix">Fix: ${escapeMarkup(titles)}</p>`]),
      ...evidenceLines(evidence),
    ],
  };
}

function ofClaim({ start, end, kind, verdict, reason, text, evidence }: ClaimView): Note {
  const status = verdict === 'not-enough-info' ? 'open' : verdict;
  return {
    start: start.offset,
    end: end.offset,
    line: start.line + 1,
    status,
    title: `${status}${reason === null ? '' : ` (${reason})`}: ${kind}`,
    text,
    details: evidence ? [`<p>${escapeMarkup(evidence.why)}</p>`, ...evidenceLines(evidence)] : [],
  };
}

function evidenceLines(evidence: EvidenceView | null): readonly string[] {
  if (!evidence) return [];
  const lines: string[] = [];
  const value = valueWords(evidence);
  const id = evidence.fact ?? evidence.entity;
  if (id !== null) lines.push(`<p>Fact: ${escapeMarkup(value)} <code>${escapeMarkup(id)}</code></p>`);
  if (evidence.note !== null) lines.push(`<p>Note: ${escapeMarkup(evidence.note)}</p>`);
  if (evidence.source) {
    const words = escapeMarkup(sourceWords(evidence.source));
    const { url } = evidence.source;
    // Only web addresses: a facts file may not bring a script in.
    const isWeb = url !== null && /^https?:\/\//i.test(url);
    lines.push(
      `<p>Source: ${isWeb ? `<a rel="noreferrer" href="${escapeMarkup(url)}">${words}</a>` : words}</p>`,
    );
  }
  return lines;
}

function toCard({ status, title, text, line, details }: Note, id: string, number: number): string {
  return `<li id="${id}" class="${status}"><a href="#${id}-mark" aria-label="To the words in the draft">${number}</a>
<strong>${escapeMarkup(title)}</strong> <q>${escapeMarkup(text)}</q> <span class="small">line ${line}</span>${details.join('')}</li>
`;
}

function markedText(text: string, notes: readonly Note[], id: string): string {
  let marked = '';
  let from = 0;
  notes.forEach(({ start, end, status, title }, index) => {
    const anchor = `${id}-${index + 1}`;
    const words = escapeMarkup(text.slice(start, end));
    const label = escapeMarkup(title);
    marked += escapeMarkup(text.slice(from, start));
    marked += `<a id="${anchor}-mark" href="#${anchor}" title="${label}"><mark class="${status}">${words}<sup>${index + 1}</sup></mark></a>`;
    from = end;
  });
  return marked + escapeMarkup(text.slice(from));
}
