import type { Problem } from '../facts/facts.ts';
import { type FileSystem, reasonOf } from '../project/fileSystem.ts';
import { findFiles, isDraftName, isGlob, splitGlob } from '../project/files.ts';
import { folderOf, nameOf, within, withSlashes } from '../project/paths.ts';
import type { Project, Projects } from '../project/project.ts';

/** A draft to check and the project it belongs to. */
export interface FoundDraft {
  readonly path: string;
  readonly project: Project;
}

/** The drafts that the user named: files as they are; in folders those that the configuration takes for drafts. */
export function findDrafts(
  fileSystem: FileSystem,
  projects: Projects,
  named: readonly string[],
): { readonly drafts: readonly FoundDraft[]; readonly problems: readonly Problem[] } {
  const drafts = new Map<string, FoundDraft>();
  const problems: Problem[] = [];
  for (const name of named) {
    const path = withSlashes(fileSystem.resolve(name));
    const kind = fileSystem.kindOf(path);
    if (kind === 'folder') addFolder(path);
    else if (kind === 'file') addFile(path);
    else if (kind === undefined && isGlob(name)) addGlob(name);
    else if (kind === undefined) problems.push({ path: name, message: 'There is no such file or folder.' });
    else problems.push({ path: name, message: whyNot(fileSystem, path) });
  }
  return { drafts: [...drafts.values()], problems };

  function add(path: string, base: string): void {
    if (!drafts.has(path)) drafts.set(path, { path, project: projects.projectOf(path, base) });
  }
  function addFile(path: string): void {
    if (isDraftName(nameOf(path))) add(path, folderOf(path));
    else problems.push({ path, message: 'It is no draft; “factlint facts lint” checks facts files.' });
  }
  function addFolder(folder: string): void {
    const { root, settings } = projects.projectOf(`${folder}/.`, folder);
    const base = within(root, folder) === undefined ? folder : root;
    const found = findFiles(fileSystem, folder, {
      root: base,
      include: settings.files,
      exclude: settings.ignore,
    });
    problems.push(...found.problems);
    for (const path of found.files) if (isDraftName(nameOf(path))) add(path, folder);
  }
  function addGlob(glob: string): void {
    const { base, pattern } = splitGlob(withSlashes(fileSystem.resolve(glob)));
    const { settings } = projects.projectOf(`${base}/.`, base);
    if (fileSystem.kindOf(base) !== 'folder') {
      problems.push({ path: glob, message: 'No file matches.' });
      return;
    }
    const found = findFiles(fileSystem, base, { root: base, include: [pattern], exclude: settings.ignore });
    problems.push(...found.problems);
    const files = found.files.filter((path) => isDraftName(nameOf(path)));
    if (files.length === 0) problems.push({ path: glob, message: 'No file matches.' });
    for (const path of files) add(path, base);
  }
}

/** Of what is there and is neither a file nor a folder. */
function whyNot(fileSystem: FileSystem, path: string): string {
  try {
    fileSystem.sizeOf(path);
    return 'It is neither a file nor a folder.';
  } catch (error) {
    return `It cannot be read: ${reasonOf(error)}.`;
  }
}
