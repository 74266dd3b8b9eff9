import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Language } from '../text/draft.ts';

/** The path of a `file:` URI; undefined for every other scheme and for what is no path on this machine. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch (error) {
    if (error instanceof TypeError || error instanceof URIError) return undefined; // what node:url throws at a URI that is no path
    throw error;
  }
}

/** The `file:` URI of an absolute path. */
export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/** The scheme in front of the colon; empty where there is none. */
export function schemeOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':')));
}

/** Whether documents of a scheme can be changed by an edit: what a version control shows is only read. */
export function isEditable(scheme: string): boolean {
  return scheme === 'file' || scheme === 'untitled';
}

/** `git:` URIs of VS Code hold the path of the file that they show an older version of. */
export function underlyingPath(uri: string): string | undefined {
  if (schemeOf(uri) !== 'git') return pathOf(uri);
  const end = uri.search(/[?#]/);
  return pathOf(`file${uri.slice('git'.length, end < 0 ? undefined : end)}`);
}

/** Language ids of VS Code, Neovim, Helix and Emacs that mean prose, with our own name for each. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  markdown: 'markdown',
  gfm: 'markdown',
  quarto: 'markdown',
  plaintext: 'plaintext',
  text: 'plaintext',
  html: 'html',
  xhtml: 'html',
  asciidoc: 'asciidoc',
  asciidoctor: 'asciidoc',
  adoc: 'asciidoc',
  restructuredtext: 'restructuredtext',
  rst: 'restructuredtext',
  latex: 'latex',
  tex: 'latex',
  plaintex: 'latex',
  mdx: 'mdx',
};

const ENDINGS: Readonly<Record<string, Language>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdx': 'mdx',
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'plaintext',
  '.adoc': 'asciidoc',
  '.asciidoc': 'asciidoc',
  '.rst': 'restructuredtext',
  '.tex': 'latex',
};

/** How to read a document as prose; undefined for one that is none (code, JSON). */
export function languageOf(uri: string, languageId: string): Language | undefined {
  const byId = LANGUAGES[languageId.toLowerCase()];
  if (byId) return byId;
  const file = underlyingPath(uri);
  return file === undefined ? undefined : ENDINGS[path.extname(file).toLowerCase()];
}
