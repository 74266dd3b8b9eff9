import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { checks } from '../server/src/checks/index.ts';
import { LEGEND } from '../server/src/lsp/semanticTokens.ts';
import { RULE_SEVERITIES, SETTINGS, type Setting } from '../server/src/settings.ts';

const ROOT = process.cwd();
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const english: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
const german: Readonly<Record<string, string>> = JSON.parse(read('package.nls.de.json'));
const { contributes } = manifest;
const { properties } = contributes.configuration;
const settings: readonly Setting[] = SETTINGS;

test('what is generated is current: the table of checks, docs/settings.md, the settings of package.json', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/generate.mjs', '--check'], { cwd: ROOT });
  assert.equal(status, 0, String(stderr));
});

test('the table of entities in docs/facts.md is current', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/facts-table.mjs', '--check'], {
    cwd: ROOT,
  });
  assert.equal(status, 0, String(stderr));
});

test('the editor has every setting, with its default and its description, and no other', () => {
  const ids = [...settings.map(({ key }) => `factlint.${key}`), 'factlint.trace.server'];
  assert.deepEqual(Object.keys(properties), ids);
  for (const { key, default: value, description } of settings) {
    assert.deepEqual(properties[`factlint.${key}`].default, value, key);
    assert.equal(english[`setting.${key}`], description);
  }
});

test('each check can be given a severity', () => {
  const rules = properties['factlint.rules'].properties;
  assert.deepEqual(
    Object.keys(rules),
    checks.map(({ code }) => code),
  );
  for (const { enum: choices } of Object.values<{ enum: string[] }>(rules))
    assert.deepEqual(choices, RULE_SEVERITIES);
});

test('every command of the manifest is registered, and the reverse', () => {
  const listed = contributes.commands.map(({ command }: { command: string }) => command);
  const registered = Array.from(
    read('client/src/commands.ts').matchAll(/^ {2}'(factlint\.\w+)':/gm),
    ([, id]) => id,
  );
  assert.deepEqual(listed.toSorted(), registered.toSorted());
  const menus = Object.values<{ command: string }[]>(contributes.menus).flat();
  for (const { command } of menus) assert.ok(listed.includes(command), command);
});

test('every text of the manifest is there in English and in German, and none is left over', () => {
  const used = new Set(Array.from(JSON.stringify(manifest).matchAll(/%([\w.]+)%/g), ([, key]) => key!));
  assert.deepEqual(Object.keys(english).toSorted(), [...used].toSorted());
  assert.deepEqual(Object.keys(german), Object.keys(english));
});

test('themes know every semantic token that the server sends', () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  assert.deepEqual(ids(contributes.semanticTokenTypes), LEGEND.tokenTypes);
  assert.deepEqual(ids(contributes.semanticTokenModifiers), LEGEND.tokenModifiers);
  const [{ scopes }] = contributes.semanticTokenScopes;
  assert.deepEqual(Object.keys(scopes), ['claim', ...LEGEND.tokenModifiers.map((it) => `claim.${it}`)]);
});

test('every file that the manifest names is there', () => {
  const { grammars, jsonValidation, walkthroughs } = contributes;
  const files = [
    manifest.icon,
    ...grammars.map((it: { path: string }) => it.path),
    // The build makes them of those in the sources.
    ...jsonValidation.map((it: { url: string }) => it.url.replace('./dist/', './server/')),
    ...walkthroughs.flatMap((it: { steps: { media: { markdown: string } }[] }) =>
      it.steps.map(({ media }) => media.markdown),
    ),
  ];
  assert.deepEqual(
    files.filter((file) => !existsSync(path.join(ROOT, file))),
    [],
  );
});

test('links between the documents, and their pictures, lead somewhere', () => {
  const pages = [
    ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'AGENTS.md', 'CHANGELOG.md', 'THIRD-PARTY.md'],
    ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => path.join('docs', file)),
  ];
  const dead = pages.flatMap((page) =>
    Array.from(read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g), ([, target]) => target!)
      .filter((target) => !existsSync(path.join(ROOT, path.dirname(page), target)))
      .map((target) => `${page}: ${target}`),
  );
  assert.deepEqual(dead, []);
});
