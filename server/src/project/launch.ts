import { existsSync, readFileSync } from 'node:fs';
import nodeModule from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';
import { leaveHeapAlone } from './smallHeap.ts';

/** A program as a script that gives a function of a module's five names; `cachedData` spares compiling it. */
export function readProgram(file: string, cachedData?: Buffer): Script {
  // Our bundles are ASCII: one byte a character from the disk on.
  const source = nodeModule.wrap(readFileSync(file, 'latin1'));
  return new Script(source, { filename: file, ...(cachedData && { cachedData }) });
}

/** Where the build leaves what it compiled of a program: good for one version of Node, on one kind of processor. */
export function cacheFileOf(file: string): string {
  return `${file}.${process.version}-${process.arch}.cache`;
}

/**
 * Runs `NAME.program.js` in place of the module that calls this. Compiling it would be a good part of every start: under
 * the Node that built it the compiled code is read instead; newer ones keep their own (from 22.8 on, in the system's
 * folder for temporary files); all others compile it, as ever.
 */
export function launch(name: string, caller: NodeJS.Module): void {
  const folder = path.dirname(caller.filename);
  const file = path.join(folder, `${name}.program.js`);
  const cache = cacheFileOf(file);
  const require = nodeModule.createRequire(file);
  if (!existsSync(cache)) {
    const { enableCompileCache } = nodeModule as { enableCompileCache?: () => void };
    enableCompileCache?.();
    caller.exports = require(file);
    return;
  }
  // V8 takes compiled code only under the flags that it was compiled under; they hold for all threads, and a run over many
  // files has changed them before its workers start (`answerAsWorker` changes them back).
  leaveHeapAlone();
  const run = readProgram(file, readFileSync(cache)).runInThisContext();
  run(caller.exports, require, caller, caller.filename, folder);
}
