import ignoreRules from 'ignore';
import picomatch from 'picomatch';
import type { Problem } from '../facts/facts.ts';
import { CONFIG_NAME } from './config.ts';
import { type FileSystem, type FolderEntry, reasonOf } from './fileSystem.ts';
import { folderOf, join, within } from './paths.ts';

/** Which files to look for beneath a folder. Globs count from `root`. */
export interface Search {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Stop after so many folders; left out: never. */
  readonly mostFolders?: number;
}

/** The drafts to check, and what could not be found or read. */
export interface FoundFiles {
  /** Absolute, sorted folder by folder. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Folders that hold nothing of the desk's: those of other tools, hidden ones. */
function isSkipped(name: string, kind: FolderEntry['kind']): boolean {
  return kind === 'folder' && (name === 'node_modules' || name.startsWith('.'));
}

/** Facts files and the configuration are never drafts. */
export function isDraftName(name: string): boolean {
  return name !== CONFIG_NAME && !name.endsWith('.facts.json');
}

/** All files beneath `folder` that a search asks for; what .gitignore leaves out is left out. Never throws. */
export function findFiles(fileSystem: FileSystem, folder: string, search: Search): FoundFiles {
  const files: string[] = [];
  const problems: Problem[] = [];
  const included = matcher(search.include);
  const excluded = matcher(search.exclude);
  const seen = new Set<string>();
  const pending: { path: string; ignores: Ignores }[] = [
    { path: folder, ignores: ignoresAbove(fileSystem, folder) },
  ];
  let folders = 0;
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (search.mostFolders !== undefined && ++folders > search.mostFolders) break;
    const inside: typeof pending = [];
    try {
      const real = fileSystem.realPath(at.path);
      if (seen.has(real)) continue; // a link back to a folder above, or a second way to the same one
      seen.add(real);
      const entries = fileSystem.list(at.path);
      const hasRules = entries.some(({ name, kind }) => name === '.gitignore' && kind === 'file');
      const ignores = hasRules ? [...at.ignores, readIgnores(fileSystem, at.path)] : at.ignores;
      for (const { name, kind } of entries) {
        const path = join(at.path, name);
        const relative = within(search.root, path) ?? path;
        if (kind === 'other' || isSkipped(name, kind) || excluded(relative)) continue;
        if (isIgnored(ignores, path, kind)) continue;
        if (kind === 'folder' && !excluded(`${relative}/`)) inside.push({ path, ignores });
        else if (kind === 'file' && included(relative)) files.push(path);
      }
    } catch (error) {
      problems.push({ path: at.path, message: `The folder cannot be read: ${reasonOf(error)}.` });
    }
    pending.push(...inside.reverse());
  }
  return { files, problems };
}

/** Whether a relative path meets one of the globs; `docs` and `docs/` mean all that is in it. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  const [only] = globs;
  if (only === undefined) return () => false;
  const matchers = globs.map((glob) => {
    const trimmed = glob.replace(/^\.\//, '').replace(/\/$/, '');
    const match = picomatch([trimmed, `${trimmed}/**`], { dot: true });
    return (path: string) => match(path);
  });
  return (path) => matchers.some((matches) => matches(path));
}

/** The `.gitignore` files in force, from the outermost in. */
type Ignores = readonly { readonly folder: string; readonly ignores: (relative: string) => boolean }[];

function readIgnores(fileSystem: FileSystem, folder: string): Ignores[number] {
  const text = new TextDecoder().decode(fileSystem.read(join(folder, '.gitignore')));
  const rules = ignoreRules().add(text);
  return { folder, ignores: (relative) => rules.ignores(relative) };
}

function isIgnored(ignores: Ignores, path: string, kind: 'file' | 'folder'): boolean {
  return ignores.some(({ folder, ignores: matches }) => {
    const relative = within(folder, path);
    return relative ? matches(kind === 'folder' ? `${relative}/` : relative) : false;
  });
}

/** Those of the folders above, up to the repository's root; none where the folder asked for is itself ignored. */
function ignoresAbove(fileSystem: FileSystem, folder: string): Ignores {
  const found: Ignores[number][] = [];
  let at = folder;
  while (fileSystem.kindOf(join(at, '.git')) === undefined) {
    const above = folderOf(at);
    if (above === at) return []; // no repository: files further up have no say
    at = above;
    if (fileSystem.kindOf(join(at, '.gitignore')) === 'file') found.unshift(readIgnores(fileSystem, at));
  }
  return isIgnored(found, folder, 'folder') ? [] : found;
}

/** Splits `drafts/2023/*.md` into the folder to begin in and the glob. */
export function splitGlob(glob: string): { readonly base: string; readonly pattern: string } {
  const { base, glob: pattern } = picomatch.scan(glob);
  return { base, pattern };
}

/** Whether a path from the command line is a glob rather than a name. */
export function isGlob(path: string): boolean {
  return picomatch.scan(path).isGlob;
}
