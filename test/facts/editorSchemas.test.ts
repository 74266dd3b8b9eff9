import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import jsonService from 'vscode-json-languageservice';
// @ts-expect-error a script without types
import { relaxed } from '../../scripts/editorSchemas.mjs';

const { getLanguageService, TextDocument } = jsonService;

/** What VS Code does with `*.facts.json` and `factlint.json`: its own JSON service with our schemas. */
const service = getLanguageService({});
service.configure({
  allowComments: true,
  schemas: ['facts', 'factlint'].map((name) => ({
    uri: `schema://${name}`,
    fileMatch: [name === 'facts' ? '*.facts.json' : 'factlint.json'],
    schema: relaxed(
      JSON.parse(readFileSync(path.join(process.cwd(), `server/schemas/${name}.schema.json`), 'utf8')),
    ),
  })),
});

function open(name: string, text: string) {
  const document = TextDocument.create(`file:///${name}`, 'jsonc', 1, text);
  return { document, json: service.parseJSONDocument(document) };
}

async function complaints(name: string, text: string): Promise<readonly string[]> {
  const { document, json } = open(name, text);
  const options = { comments: 'ignore', trailingCommas: 'ignore' } as const;
  return (await service.doValidation(document, json, options)).map(({ message }) => String(message));
}

async function offers(name: string, marked: string): Promise<readonly string[]> {
  const { document, json } = open(name, marked.replace('<|>', ''));
  const list = await service.doComplete(document, document.positionAt(marked.indexOf('<|>')), json);
  return (list?.items ?? []).map(({ insertText, textEdit, label }) =>
    String(insertText ?? textEdit?.newText ?? label),
  );
}

for (const [name, text] of [
  ['a.facts.json', '{ "version": 2, "fakts": [], "entities": { "a": { "type": "shop" } } }'],
  ['a.facts.json', '{ "facts": [{ "id": 7, "value": 1, "values": [] }, { "subject": [] }, "x"] }'],
  ['a.facts.json', '{ "relations": { "r": { "kind": "weekday", "directed": "no" } }, "remove": {} }'],
  ['factlint.json', '{ "rules": { "no-such": "loud" }, "asOf": "soon", "maxFileSize": 0, "bundled": 3 }'],
] as const) {
  test(`VS Code leaves it to the server to tell mistakes: ${text}`, async () => {
    assert.deepEqual(await complaints(name, text), []);
  });
}

test('VS Code tells what is no JSON, and what stands twice', async () => {
  assert.deepEqual(await complaints('a.facts.json', '{ "version": 1,, }'), ['Property expected']);
  const twice = await complaints('a.facts.json', '{ "version": 1, "version": 1 }');
  assert.deepEqual(new Set(twice), new Set(['Duplicate object key']));
});

test('VS Code completes by the schemas all the same', async () => {
  assert.ok((await offers('a.facts.json', '{<|>}')).some((it) => it.startsWith('"version": ')));
  assert.ok((await offers('a.facts.json', '{ "entities": { "a": {<|>} } }')).includes('"name": "$1"'));
  assert.ok((await offers('a.facts.json', '{ "entities": { "a": {<|>} } }')).includes('"aliases": [$1]'));
  const types = await offers('a.facts.json', '{ "entities": { "a": { "type": <|> } } }');
  assert.ok(types.includes('"company"') && !types.includes('true'), types.join());
  assert.ok((await offers('factlint.json', '{<|>}')).some((it) => it.startsWith('"bundled": ')));
  const rules = await offers('factlint.json', '{ "rules": { "percent-mismatch": <|> } }');
  assert.ok(rules.includes('"warning"'), rules.join());
});
