// `npm run generate`: the table of checks in README.md, docs/settings.md and the editor's settings in package.json, from the pages of
// the checks and the table of settings.
// `--check` writes nothing, and ends with 1 where a file is out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['server/src/settings.ts'],
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'error',
});
const { SETTINGS, RULE_SEVERITIES, ruleSettings } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

const outdated = [
  update('README.md', fill(readFileSync('README.md', 'utf8'), 'checks', checksTable())),
  update('docs/settings.md', settingsPage()),
  update('package.json', manifest()),
];
if (outdated.some(Boolean) && process.argv.includes('--check')) {
  console.error('Out of date; run npm run generate.');
  process.exit(1);
}

function update(file, text) {
  let before = '';
  try {
    before = readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  if (before !== text && !process.argv.includes('--check')) writeFileSync(file, text);
  return before !== text;
}

/** Puts a text between the markers `<!-- NAME -->` and `<!-- /NAME -->`. */
function fill(text, name, inside) {
  const start = text.indexOf(`<!-- ${name} -->`) + `<!-- ${name} -->`.length;
  return `${text.slice(0, start)}\n${inside}\n${text.slice(text.indexOf(`<!-- /${name} -->`))}`;
}

/** Keys, order, defaults and the choices of `rules`; the shapes of the other settings are written by hand. */
function manifest() {
  const text = JSON.parse(readFileSync('package.json', 'utf8'));
  const { properties } = text.contributes.configuration;
  const own = SETTINGS.map(({ key, default: value }, index) => {
    const known = properties[`factlint.${key}`] ?? { scope: 'resource', type: 'array' };
    const description = { markdownDescription: `%setting.${key}%` };
    return [`factlint.${key}`, { ...known, order: index + 1, default: value, ...description }];
  });
  const others = Object.entries(properties).filter(([id]) => id === 'factlint.trace.server');
  for (const [, it] of others) it.order = own.length + 1;
  text.contributes.configuration.properties = Object.fromEntries([...own, ...others]);
  const rules = text.contributes.configuration.properties['factlint.rules'];
  rules.properties = Object.fromEntries(ruleSettings().map((it) => [it.code, ruleChoice(it)]));
  rules.additionalProperties = false;
  return `${JSON.stringify(text, null, 2)}\n`;
}

function ruleChoice({ title, severity }) {
  const enumDescriptions = RULE_SEVERITIES.map((it) => `%severity.${it}%`);
  return { type: 'string', enum: RULE_SEVERITIES, enumDescriptions, description: `${title} (${severity}).` };
}

function checksTable() {
  const rows = readdirSync('docs/checks')
    .sort()
    .map((file) => {
      const [, code, title, severity] = /^# (.+)\n\n(.+)\. Severity: (\w+)\./.exec(
        readFileSync(`docs/checks/${file}`, 'utf8').replaceAll('\r\n', '\n'),
      );
      return `| [${code}](docs/checks/${file}) | ${title} | ${severity} |`;
    });
  return ['| check | what is wrong | severity |', '|---|---|---|', ...rows].join('\n');
}

function settingsPage() {
  const rows = SETTINGS.map(
    ({ key, default: value, description, editorOnly }) =>
      `| \`${key}\` | \`${JSON.stringify(value)}\` | ${description} | ${editorOnly ? 'editor' : 'file, editor'} |`,
  );
  return `# Settings

One file for editor, command line and CI: \`factlint.json\` (comments allowed), found by walking up from the draft.
The same keys stand in VS Code under \`factlint.*\`; where both are set, the file wins.
\`factlint init\` writes a first one; its schema completes and explains as one types.

| key | default | what it does | where |
|---|---|---|---|
${rows.join('\n')}

\`rules\` takes the code of a [check](checks/) and one of \`error\`, \`warning\`, \`info\`, \`hint\`, \`off\`:

\`\`\`jsonc
{
  "rules": { "draft-contradiction": "warning", "name-outdated": "off" },
  // A spreadsheet that is read as facts as it is: docs/import.md.
  "imports": [{ "file": "stakes.csv", "map": { "subject": "Holder", "object": "Company", "value": "Share", "relation": "=stake" } }],
  // What the desk has looked at and lets stand; a quick fix writes such an entry.
  "accepted": [{ "code": "percent-mismatch", "text": "34%", "file": "drafts/interview.md", "reason": "as quoted", "until": "2027-01-01" }]
}
\`\`\`
`;
}
