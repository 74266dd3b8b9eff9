import type { Language, Source } from './draft.ts';

/** LSP language ids. VS Code says `plaintext`; Emacs and Neovim say `text`. */
const BY_ID: Readonly<Record<string, Language>> = {
  markdown: 'markdown',
  html: 'html',
  xhtml: 'html',
  plaintext: 'plaintext',
  text: 'plaintext',
  mdx: 'mdx',
  asciidoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  rst: 'restructuredtext',
  latex: 'latex',
  tex: 'latex',
};

const BY_ENDING: Readonly<Record<string, Language>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  mdx: 'mdx',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  rst: 'restructuredtext',
  rest: 'restructuredtext',
  tex: 'latex',
  latex: 'latex',
};

/** How to read a source: by its LSP language id, else by its path's ending, else as plain text. */
export function languageOf({ path, language }: Source): Language {
  const byId = language === undefined ? undefined : own(BY_ID, language);
  return byId ?? own(BY_ENDING, path.slice(path.lastIndexOf('.') + 1)) ?? 'plaintext';
}

/** Whether drafts of an LSP language id are read in their own way. */
export function isLanguageId(id: string): boolean {
  return own(BY_ID, id) !== undefined;
}

/** Every language id that is known. */
export const LANGUAGE_IDS: readonly string[] = Object.keys(BY_ID);

/** Not what objects inherit: a file may end in `.constructor`. */
function own(table: Readonly<Record<string, Language>>, key: string): Language | undefined {
  const lower = key.toLowerCase();
  return Object.hasOwn(table, lower) ? table[lower] : undefined;
}
