import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { connect, makeFolder, NEWSROOM } from './connect.ts';

const WRONG = '🚗 Renault owns 34% of Nissan.\n';

function words({ code, range }: Diagnostic): string {
  return `${code} ${range.start.line}:${range.start.character}-${range.end.character}`;
}

test('a wrong percentage is diagnosed with its page, its fact and typed data', async () => {
  const folder = makeFolder(NEWSROOM);
  const client = await connect(folder);
  await client.open(folder.uri('draft.md'), WRONG);
  const items = await client.diagnostics(folder.uri('draft.md'));
  assert.deepEqual(items.map(words), ['percent-mismatch 0:16-19']);
  const [item] = items;
  assert.match(item?.codeDescription?.href ?? '', /^https:\/\/.*docs\/checks\/percent-mismatch\.md$/);
  const [related] = item?.relatedInformation ?? [];
  assert.equal(related?.location.uri, folder.uri('desk.facts.json'));
  assert.equal(related?.location.range.start.line, 16);
  assert.deepEqual(item?.data, {
    code: 'percent-mismatch',
    fact: 'renault-stake-in-nissan',
    safe: true,
  });
});
