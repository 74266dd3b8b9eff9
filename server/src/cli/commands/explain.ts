import { check } from '../../checker.ts';
import { suggest } from '../../facts/suggest.ts';
import { reasonOf } from '../../project/fileSystem.ts';
import { indexLines } from '../../project/lineIndex.ts';
import { nodeFileSystem } from '../../project/nodeFileSystem.ts';
import { folderOf, shownPath, withSlashes } from '../../project/paths.ts';
import { decodeText } from '../../project/readText.ts';
import { ruleSettings } from '../../settings.ts';
import { FACTS_OPTIONS } from '../checkOptions.ts';
import type { Command } from '../command.ts';
import { readCheckPage } from '../docs.ts';
import { explainAt } from '../explainAt.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import type { Given } from '../options.ts';
import { openSession } from '../session.ts';

/** `factlint explain`: what a check does, or why a place of a draft was judged as it was. */
export const explainCommand: Command = {
  usage: 'explain CODE | --at FILE:LINE:COLUMN',
  description: 'tell what a check does, or why a place was flagged or not',
  details:
    'With --at: the mention, the facts that were candidates with what spoke for and against each, the verdict.',
  options: {
    at: { type: 'string', value: 'FILE:LINE:COL', description: 'a place in a draft, counted from 1' },
    ...FACTS_OPTIONS,
  },
  run: async (given, io) => {
    const at = given.text('at');
    return at === undefined ? explainCode(given, io) : explainPlace(at, given, io);
  },
};

async function explainCode(given: Given, io: Io): Promise<ExitCode> {
  const rules = ruleSettings();
  const [code] = given.positionals;
  if (code === undefined) {
    const width = Math.max(0, ...rules.map((rule) => rule.code.length));
    const lines = rules.map((rule) => `  ${rule.code.padEnd(width)}  ${rule.title} (${rule.severity})\n`);
    await io.stdout.write(`Checks; “factlint explain CODE” tells more:\n${lines.join('')}`);
    return EXIT.clean;
  }
  const rule = rules.find((it) => it.code === code);
  if (!rule) {
    const meant = suggest(
      code,
      rules.map((it) => it.code),
    );
    const hint = meant === undefined ? '“factlint explain” lists them.' : `Did you mean ${meant}?`;
    throw new UsageError(`There is no check “${code}”. ${hint}`);
  }
  const page = readCheckPage(nodeFileSystem, io, code);
  await io.stdout.write(page ?? `${code}: ${rule.title} (${rule.severity})\n`);
  return EXIT.clean;
}

async function explainPlace(at: string, given: Given, io: Io): Promise<ExitCode> {
  const { file, line, column } = readPlace(at);
  const path = withSlashes(nodeFileSystem.resolve(file));
  const text = readDraft(path, file);
  const lines = indexLines(text);
  const start = lines.starts[line - 1];
  if (start === undefined) throw new UsageError(`${file} has no line ${line}, only ${lines.starts.length}.`);
  const offset = Math.min(start + column - 1, start + lines.lineAt(line - 1).length);
  const session = openSession(given, io, nodeFileSystem);
  const project = session.projects.projectOf(path, folderOf(path));
  const { base } = session.factsOf(project);
  const report = check({ path, text }, base, project.check);
  await io.stdout.write(explainAt(report, base, offset, (it) => shownPath(it, io.workingFolder)));
  return EXIT.clean;
}

/** `drafts/a.md:5:18`; the column may be left out. */
const PLACE = /^(.+?):(\d+)(?::(\d+))?$/;

function readPlace(at: string): { readonly file: string; readonly line: number; readonly column: number } {
  const match = PLACE.exec(at);
  const line = Number(match?.[2]);
  const column = Number(match?.[3] ?? 1);
  if (!match || line < 1 || column < 1) {
    throw new UsageError(`--at is FILE:LINE:COLUMN, counted from 1, not “${at}”.`);
  }
  return { file: match[1]!, line, column };
}

function readDraft(path: string, name: string): string {
  let decoded: ReturnType<typeof decodeText>;
  try {
    decoded = decodeText(nodeFileSystem.read(path));
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${reasonOf(error)}.`);
  }
  if ('problem' in decoded) throw new UsageError(`${name} cannot be read: ${decoded.problem}.`);
  return decoded.text;
}
