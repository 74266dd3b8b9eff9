import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCli } from '../../cli/runCli.ts';

const SAMPLES = path.resolve('test/project/import/samples');

/** A file of a real register's format, with made-up contents. */
export function sample(name: string): Uint8Array {
  return readFileSync(path.join(SAMPLES, name));
}

/** What an import left behind. */
export interface ImportRun {
  readonly exitCode: number;
  readonly stdout: string;
  /** The problems, a line each. */
  readonly problems: readonly string[];
  /** The facts files in the folder, by name. */
  readonly texts: Readonly<Record<string, string>>;
  /** What `facts lint --strict` says of the folder afterwards. */
  readonly lint: string;
  /** All that lies in the folder. */
  readonly names: readonly string[];
}

/** Runs `facts import` over nothing else but these files, in a folder of their own. */
export async function importing(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<ImportRun> {
  const folder = mkdtempSync(path.join(tmpdir(), 'factlint-import-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), content);
    }
    const { exitCode, stdout, stderr } = await runCli(['facts', 'import', '--no-bundled', ...args], folder);
    const names = readdirSync(folder);
    const written = names.filter((name) => name.endsWith('.facts.json'));
    const lint = written.length === 0 ? '' : (await lintAll(folder)).trim();
    const texts = written.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
    const problems = stderr.split('\n').filter((line) => line !== '');
    return { exitCode, stdout, problems, texts: Object.fromEntries(texts), lint, names };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function lintAll(folder: string): Promise<string> {
  const { stdout, stderr } = await runCli(['facts', 'lint', '--strict', '--no-bundled'], folder);
  return stderr + stdout;
}

/** The contents of the facts file that an import wrote. */
export function written(
  { texts }: ImportRun,
  name: string,
): {
  readonly entities: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly sources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly extend: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly facts: readonly Readonly<Record<string, unknown>>[];
} {
  return JSON.parse(texts[name]!);
}

/** What `facts lint` says where nothing is wrong. */
export const CLEAN = '1 facts file: nothing to mend';
