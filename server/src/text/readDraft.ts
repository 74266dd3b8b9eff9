import { readAsciidoc } from './asciidoc.ts';
import type { CalendarDate } from './calendarDate.ts';
import { readDirectives } from './directives.ts';
import type { Draft, Language, Source } from './draft.ts';
import { readFrontMatter } from './frontMatter.ts';
import { readHtml } from './html.ts';
import { readHtmlDate } from './htmlDate.ts';
import { languageOf } from './language.ts';
import { readLatex } from './latex.ts';
import { readMarkdown } from './markdown.ts';
import { readMdx } from './mdx.ts';
import { type ProseAndComments, readPlainText } from './plainText.ts';
import { readRestructuredText } from './restructuredText.ts';

/** Reads from an offset on, where the front matter ends. */
type Reader = (text: string, from: number) => ProseAndComments;

const READERS: Readonly<Record<Language, Reader>> = {
  plaintext: readPlainText,
  html: readHtml,
  markdown: readMarkdown,
  mdx: readMdx,
  asciidoc: readAsciidoc,
  restructuredtext: readRestructuredText,
  latex: readLatex,
};

/**
 * Reads a file into prose, directives and the article's date. Never throws on what a person wrote, and takes time
 * in proportion to its length.
 */
export function readDraft(source: Source, options: { readonly asOf: Required<CalendarDate> }): Draft {
  const { path, text } = source;
  const language = languageOf(source);
  const frontMatter = readFrontMatter(text);
  const { prose, comments } = READERS[language](text, frontMatter?.end ?? 0);
  const directives = comments.length === 0 ? [] : readDirectives(text, comments);
  const directiveDate = directives.find(({ date }) => date)?.date;
  const shared = { path, text, language, prose, directives };
  if (directiveDate) return { ...shared, asOf: toFullDay(directiveDate), asOfOrigin: 'directive' };
  if (frontMatter?.date) return { ...shared, asOf: toFullDay(frontMatter.date), asOfOrigin: 'front-matter' };
  const metaDate = language === 'html' ? readHtmlDate(text) : undefined;
  if (metaDate) return { ...shared, asOf: toFullDay(metaDate), asOfOrigin: 'meta' };
  return { ...shared, asOf: options.asOf, asOfOrigin: 'option' };
}

function toFullDay({ year, month = 1, day = 1 }: CalendarDate): Required<CalendarDate> {
  return { year, month, day };
}
