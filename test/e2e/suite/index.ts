import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { SUITE_MARK } from '../support/suiteMark.ts';

/** Run by VS Code inside its extension host: all suites of this folder, by mocha. */
export function run(): Promise<void> {
  // A test waits for events only; the limit is for an event that never comes.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => console.log(`${SUITE_MARK}${format(...args)}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, reporter: 'spec', color: false });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith('.suite.js')) mocha.addFile(path.join(__dirname, file));
  }
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${failures} tests failed.`));
    });
  });
}
