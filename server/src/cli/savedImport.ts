import { insertIntoSection } from '../facts/insertJson.ts';
import { readJsonDocument } from '../facts/jsonDocument.ts';
import { isMembers } from '../facts/reading.ts';
import { CONFIG_NAME, findConfig } from '../project/config.ts';
import { reasonOf } from '../project/fileSystem.ts';
import { nodeFileSystem } from '../project/nodeFileSystem.ts';
import { folderOf, join, shownPath, within } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { decodeText, encodeText } from '../project/readText.ts';
import type { ImportSetting } from '../settingsLists.ts';
import { type Io, UsageError } from './io.ts';

/** How a spreadsheet is read, as the configuration says; undefined where it says nothing, or several things. */
export function savedImport(
  { root, settings }: Project,
  path: string,
  sheet: string | undefined,
): ImportSetting | undefined {
  const saved = settings.imports.filter(
    (it) => nodeFileSystem.resolve(root, it.file) === path && (sheet === undefined || it.sheet === sheet),
  );
  return saved.length === 1 ? saved[0] : undefined;
}

/** Where an import is saved, and what. */
export interface ImportToSave {
  readonly configPath: string;
  readonly setting: ImportSetting;
}

/** What is to be saved, in the configuration in force or else a new one; the spreadsheet has to lie in its folder. */
export function importToSave(
  path: string,
  how: Omit<ImportSetting, 'file'>,
  config: string | undefined,
  io: Io,
): ImportToSave {
  const found = config === undefined ? findConfig(nodeFileSystem, io.workingFolder) : config;
  const configPath = found ?? join(io.workingFolder, CONFIG_NAME);
  const file = within(folderOf(configPath), path);
  if (file === undefined) {
    const shown = shownPath(path, io.workingFolder);
    throw new UsageError(
      `--save-map: ${shown} lies outside the folder of ${shownPath(configPath, io.workingFolder)}; only spreadsheets in it are read as facts.`,
    );
  }
  return { configPath, setting: { file, ...how } };
}

/** Saves an import, in the place of the one of that file and sheet; comments and layout stay. Says what it did. */
export function saveImport({ configPath, setting }: ImportToSave, dryRun: boolean, io: Io): string {
  const shown = shownPath(configPath, io.workingFolder);
  const { text, encoding } = readOrEmpty(configPath, shown);
  const edited = withImport(text, setting, shown);
  if (edited === text) return `${shown} says already how ${setting.file} is read.\n`;
  if (dryRun) return `Nothing was written to ${shown} (--dry-run).\n`;
  const bytes = encodeText(edited, encoding);
  if (!bytes)
    throw new UsageError(`${shown} cannot be written: its encoding (${encoding}) lacks a character.`);
  try {
    nodeFileSystem.write(configPath, bytes);
  } catch (error) {
    throw new UsageError(`${shown} cannot be written: ${reasonOf(error)}.`);
  }
  return `Saved in ${shown}: from now on ${setting.file} itself is read as facts.\n`;
}

function readOrEmpty(path: string, shown: string) {
  if (nodeFileSystem.kindOf(path) === undefined) return { text: '{\n}\n', encoding: 'utf-8' } as const;
  const decoded = decodeText(nodeFileSystem.read(path));
  if ('problem' in decoded) throw new UsageError(`${shown} cannot be read: ${decoded.problem}.`);
  return decoded;
}

function withImport(text: string, setting: ImportSetting, shown: string): string {
  const document = readJsonDocument(text);
  const { root } = document;
  if (!isMembers(root)) throw new UsageError(`${shown} is not valid JSON; mend that first.`);
  if (root.imports !== undefined && !Array.isArray(root.imports))
    throw new UsageError(`“imports” in ${shown} is not a list; mend that first.`);
  const imports: readonly unknown[] = root.imports ?? [];
  const index = imports.findIndex(
    (it) => isMembers(it) && it.file === setting.file && it.sheet === setting.sheet,
  );
  if (index < 0) return insertIntoSection(text, 'imports', setting);
  if (JSON.stringify(imports[index]) === JSON.stringify(setting)) return text;
  const { start, end } = document.spanOf(['imports', index]);
  return text.slice(0, start) + oneLine(setting) + text.slice(end);
}

/** `{ "file": "stakes.csv", "map": { "subject": "Holder" } }` */
function oneLine(value: object): string {
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const text = isMembers(member) ? oneLine(member) : JSON.stringify(member);
    return `${JSON.stringify(key)}: ${text}`;
  });
  return `{ ${members.join(', ')} }`;
}
