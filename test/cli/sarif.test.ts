import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import Ajv from 'ajv-draft-04';
import { sarif } from '../../server/src/cli/formatters/sarif.ts';
import { findingOn, format, resultOf } from './results.ts';

// The schema comes with Microsoft's own matchers for SARIF.
const PACKAGE = '@microsoft/jest-sarif/package.json';
const folder = path.dirname(createRequire(path.resolve('package.json')).resolve(PACKAGE));
const schema = JSON.parse(readFileSync(path.join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const ajv = new Ajv.default({ strict: false, logger: false, validateFormats: false, unicodeRegExp: false });

const TEXT = 'Renault owns 34% of Nissan, and 12% of Ampère.';
const [first, second] = [findingOn(TEXT, '34%', '43%'), findingOn(TEXT, '12%', '15%')];
const results = [
  resultOf('drafts/ü b.md', TEXT, [
    { ...first, related: [{ start: second.start, end: second.end, message: 'Here, too.' }] },
    { ...second, suppressed: { by: 'accepted', reason: 'as quoted' } },
  ]),
  resultOf('/elsewhere/c.md', TEXT, [first]),
  resultOf('drafts/empty.md', TEXT, []),
];
const printed = format(sarif, results, [{ path: 'x.md', message: 'No.', line: 2 }]);
const [run] = JSON.parse(printed).runs;

test('the log is valid by the schema of SARIF 2.1.0', () => {
  const validate = ajv.compile(schema);
  validate(JSON.parse(printed));
  assert.deepEqual(validate.errors ?? [], []);
});

test('an empty run is valid, too', () => {
  const validate = ajv.compile(schema);
  validate(JSON.parse(format(sarif, [])));
  assert.deepEqual(validate.errors ?? [], []);
});

test('accepted findings are suppressed, not dropped', () => {
  assert.deepEqual(run.results[0].suppressions, []);
  assert.deepEqual(run.results[1].suppressions, [
    { kind: 'external', status: 'accepted', justification: 'as quoted' },
  ]);
});

test('a result carries its place, its fingerprint and its fix', () => {
  const [result] = run.results;
  assert.equal(result.ruleId, 'percent-mismatch');
  assert.deepEqual(result.partialFingerprints, { 'factlint/v1': '0123456789abcdef' });
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  assert.deepEqual(artifactLocation, { uri: 'drafts/%C3%BC%20b.md', uriBaseId: '%SRCROOT%' });
  assert.deepEqual(region, {
    startLine: 1,
    startColumn: 14,
    endLine: 1,
    endColumn: 17,
    charOffset: 13,
    charLength: 3,
  });
  assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, '43%');
  assert.equal(run.invocations[0].executionSuccessful, false);
});
