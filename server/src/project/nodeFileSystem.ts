import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { FileParts, FileSystem, FolderEntry } from './fileSystem.ts';

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  list(folder) {
    const entries = readdirSync(folder, { withFileTypes: true }).map((entry) => toEntry(folder, entry));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  },
  read: (file) => readFileSync(file),
  write: (file, bytes) => writeFileAtomic.sync(file, Buffer.from(bytes)),
  kindOf,
  sizeOf: (file) => statSync(file).size,
  modifiedOf: (file) => statSync(file).mtimeMs,
  open: openParts,
  realPath: (file) => realpathSync(file),
  resolve: (...parts) => path.resolve(...parts),
};

function kindOf(file: string): ReturnType<FileSystem['kindOf']> {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (stats.isFile()) return 'file';
    return stats.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'other'; // links that go round in a circle, folders that nobody may look into: `sizeOf` says why
  }
}

/** Closes files once nobody can read them any longer. */
const closing = new FinalizationRegistry<number>((handle) => closeSync(handle));

/** Held open, so that a file that is replaced meanwhile is still read as it was. */
function openParts(file: string): FileParts {
  const handle = openSync(file, 'r');
  const parts: FileParts = {
    size: fstatSync(handle).size,
    readInto(target, at) {
      let done = 0;
      while (done < target.length) {
        const count = readSync(handle, target, done, target.length - done, at + done);
        if (count === 0) throw new Error('it ends too early');
        done += count;
      }
    },
  };
  closing.register(parts, handle);
  return parts;
}

function toEntry(folder: string, entry: Dirent): FolderEntry {
  const { name } = entry;
  if (entry.isFile()) return { name, kind: 'file', link: false };
  if (entry.isDirectory()) return { name, kind: 'folder', link: false };
  if (!entry.isSymbolicLink()) return { name, kind: 'other', link: false };
  return { name, kind: kindOf(path.join(folder, name)) ?? 'other', link: true };
}
