import type { FileSystem, FolderEntry } from '../../server/src/project/fileSystem.ts';

/** A disk in memory: paths to texts. A text of `->/path` is a link to that folder; `!` is a file that cannot be read. */
export function memoryDisk(files: Readonly<Record<string, string>>): FileSystem & {
  readonly written: ReadonlyMap<string, string>;
} {
  const written = new Map<string, string>();
  const paths = Object.keys(files);

  function real(path: string): string {
    for (const link of paths) {
      const target = files[link]!;
      if (!target.startsWith('->') || !(path === link || path.startsWith(`${link}/`))) continue;
      return real(target.slice(2) + path.slice(link.length));
    }
    return path;
  }
  function kindOf(path: string): 'file' | 'folder' | undefined {
    const at = real(path);
    if (files[at] !== undefined) return 'file';
    return paths.some((it) => it.startsWith(at.endsWith('/') ? at : `${at}/`)) ? 'folder' : undefined;
  }
  function fail(code: string): never {
    throw Object.assign(new Error(code), { code });
  }
  return {
    written,
    list(folder) {
      const at = real(folder);
      if (files[`${at}/!`] !== undefined) fail('EACCES');
      const names = paths
        .filter((it) => it.startsWith(`${at}/`))
        .map((it) => it.slice(at.length + 1).split('/')[0]!);
      return [...new Set(names)].sort().map((name): FolderEntry => {
        const path = `${at}/${name}`;
        return { name, kind: kindOf(path) ?? 'other', link: files[path]?.startsWith('->') === true };
      });
    },
    read(path) {
      const text = files[real(path)];
      if (text === undefined) return fail('ENOENT');
      return text === '!' ? fail('EACCES') : new TextEncoder().encode(text);
    },
    write(path, bytes) {
      written.set(path, new TextDecoder().decode(bytes));
    },
    kindOf,
    sizeOf: (path) => files[real(path)]?.length ?? fail('ENOENT'),
    modifiedOf: () => 0,
    open(path) {
      const bytes = this.read(path);
      return {
        size: bytes.length,
        readInto: (target, at) => target.set(bytes.subarray(at, at + target.length)),
      };
    },
    realPath: real,
    resolve: (...parts) =>
      parts.reduce((at, part) => (part.startsWith('/') ? part : part === '' ? at : `${at}/${part}`)),
  };
}
