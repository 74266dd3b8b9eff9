import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Problem } from '../facts/facts.ts';
import { readSettings, SETTINGS, type SettingProblem, type Settings } from '../settings.ts';
import { type FileSystem, reasonOf } from './fileSystem.ts';
import { indexLines, type LineIndex } from './lineIndex.ts';
import { folderOf, join } from './paths.ts';
import { decodeText } from './readText.ts';

/** The name of the one configuration file. */
export const CONFIG_NAME = 'factlint.json';

/** A folder's configuration, complete with defaults. */
export interface Config {
  /** The file; undefined where there is none. */
  readonly path?: string;
  readonly settings: Settings;
  /** Keys that the file itself gives. */
  readonly given: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** The nearest `factlint.json` in a folder or one above it. */
export function findConfig(fileSystem: FileSystem, folder: string): string | undefined {
  for (let at = folder; ; at = folderOf(at)) {
    const path = join(at, CONFIG_NAME);
    if (fileSystem.kindOf(path) === 'file') return path;
    if (folderOf(at) === at) return undefined;
  }
}

/** Reads a configuration file; what is wrong in it is a problem, and the rest is used. Never throws. */
export function loadConfig(fileSystem: FileSystem, path: string): Config {
  let decoded: ReturnType<typeof decodeText>;
  try {
    decoded = decodeText(fileSystem.read(path));
  } catch (error) {
    decoded = { problem: reasonOf(error) };
  }
  if ('text' in decoded) return readConfig(decoded.text, path);
  const problems = [{ path, message: `The configuration cannot be read: ${decoded.problem}.` }];
  return { path, settings: readSettings(undefined).settings, given: new Set(), problems };
}

/** Reads the text of a configuration file (JSON with comments and trailing commas). */
export function readConfig(text: string, path: string): Config {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const lines = indexLines(text);
  const raw: unknown = tree ? plainValueOf(tree) : undefined;
  const { settings, problems } = readSettings(raw);
  return {
    path,
    settings,
    given: new Set(typeof raw === 'object' && raw !== null ? Object.keys(raw) : []),
    problems: [
      ...errors.map((error) => toSyntaxProblem(error, path, lines)),
      ...repeatedKeys(tree).map((node) => ({
        path,
        ...rangeOf(node, lines),
        message: repeated(node),
        inJson: true as const,
      })),
      ...editorKeys(tree).map((node) => ({ path, ...rangeOf(node, lines), message: editorOnly(node) })),
      ...problems.map((problem) => toProblem(problem, path, tree, lines)),
    ],
  };
}

/** Like `getNodeValue`, but without a prototype that a key such as `__proto__` could reach. */
function plainValueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValueOf);
  if (node.type !== 'object') return node.value;
  const pairs = (node.children ?? []).map(({ children }) => [
    String(children?.[0]?.value),
    children?.[1] ? plainValueOf(children[1]) : undefined,
  ]);
  return Object.fromEntries(pairs);
}

function toProblem(
  { at, message, inKey }: SettingProblem,
  path: string,
  tree: Node | undefined,
  lines: LineIndex,
): Problem {
  const value = tree && findNodeAtLocation(tree, [...at]);
  const node = inKey ? value?.parent?.children?.[0] : value;
  return { path, message, ...(node && rangeOf(node, lines)) };
}

function toSyntaxProblem({ error, offset, length }: ParseError, path: string, lines: LineIndex): Problem {
  const { line, character } = lines.placeAt(offset);
  const message = `Broken JSON: ${wordsOf(printParseErrorCode(error))}.`;
  return { path, message, line, character, length, inJson: true };
}

/** «PropertyNameExpected» as «property name expected». */
function wordsOf(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}

function rangeOf({ offset, length }: Node, lines: LineIndex) {
  const { line, character } = lines.placeAt(offset);
  return { line, character, length };
}

function keysOf(tree: Node | undefined): readonly Node[] {
  return (tree?.type === 'object' ? (tree.children ?? []) : []).flatMap(
    ({ children }) => children?.[0] ?? [],
  );
}

function repeatedKeys(tree: Node | undefined): readonly Node[] {
  const seen = new Set<unknown>();
  return keysOf(tree).filter(({ value }) => seen.has(value) || !seen.add(value));
}

function repeated({ value }: Node): string {
  return `“${value}” stands here a second time; the last one counts.`;
}

function editorKeys(tree: Node | undefined): readonly Node[] {
  const editorOnly = SETTINGS.flatMap((it) => ('editorOnly' in it ? it.key : [])) as readonly string[];
  return keysOf(tree).filter(({ value }) => editorOnly.includes(value));
}

function editorOnly({ value }: Node): string {
  return `“${value}” is a setting of the editor (factlint.${value}); it does nothing here.`;
}
