import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileSystem, FolderEntry } from '../project/fileSystem.ts';
import { folderOf, nameOf, withSlashes } from '../project/paths.ts';
import { pathOf, uriOf } from './uris.ts';

/** The open documents by path: what an editor holds wins over what the disk holds. */
export interface OpenFiles {
  get(path: string): TextDocument | undefined;
  /** The disk, with the open texts in the places of their files. */
  readonly fileSystem: FileSystem;
}

/** Lays the open documents over a disk. */
export function layOver(fileSystem: FileSystem, documents: TextDocuments<TextDocument>): OpenFiles {
  // Clients spell one path in several ways (`c%3A`, `C:`): the path decides, not the URI.
  function get(path: string): TextDocument | undefined {
    const direct = documents.get(uriOf(path));
    if (direct) return direct;
    return documents.all().find(({ uri }) => filePath(uri) === path);
  }
  /** New files that were never saved stand in their folder all the same. */
  function withUnsaved(entries: readonly FolderEntry[], folder: string): readonly FolderEntry[] {
    const names = new Set(entries.map(({ name }) => name));
    const unsaved = documents.all().flatMap(({ uri }) => {
      const path = filePath(uri);
      return path !== undefined && folderOf(path) === folder && !names.has(nameOf(path))
        ? [nameOf(path)]
        : [];
    });
    if (unsaved.length === 0) return entries;
    return [...entries, ...unsaved.map((name) => ({ name, kind: 'file' as const, link: false }))];
  }

  return {
    get,
    fileSystem: {
      ...fileSystem,
      list: (folder) => withUnsaved(fileSystem.list(folder), folder),
      read(path) {
        const open = get(path);
        return open ? new TextEncoder().encode(open.getText()) : fileSystem.read(path);
      },
      sizeOf: (path) => get(path)?.getText().length ?? fileSystem.sizeOf(path),
      modifiedOf: (path) => (get(path) ? Number.NaN : fileSystem.modifiedOf(path)),
      // A new file that was never saved is a file all the same; a folder stays one whatever the editor shows.
      kindOf: (path) => fileSystem.kindOf(path) ?? (get(path) ? 'file' : undefined),
    },
  };
}

/** The path of a `file:` URI as the project layer writes paths. */
export function filePath(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : withSlashes(path);
}
