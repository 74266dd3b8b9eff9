/** Paths as the project layer writes them: with forward slashes, whatever the machine. */
export function withSlashes(path: string): string {
  return path.includes('\\') && /^[A-Za-z]:\\|^\\\\/.test(path) ? path.replaceAll('\\', '/') : path;
}

/** The folder that holds a path; of a root, the root itself. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  if (end < 0) return path;
  const folder = path.slice(0, end);
  return folder === '' || /^[A-Za-z]:$/.test(folder) ? `${folder}/` : folder;
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path inside a folder. */
export function join(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

/** The path from a folder down to something within it; undefined where it is not within. */
export function within(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** As a person reads it: relative to the working folder where it lies within it. */
export function shownPath(path: string, workingFolder: string): string {
  return within(workingFolder, path) || path;
}
