import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNotProse } from '../../server/src/text/notProse.ts';

/** The words in ⟨⟩ are the span. */
const NOT_PROSE = [
  'see https://example.com/⟨2023⟩/02',
  'see (https://nissan.com/⟨43⟩%25).',
  'at www.⟨renault⟩.com today',
  'at ⟨nissan⟩-global.com/en',
  'mail ⟨renault⟩@example.org now',
  'read report-⟨2023⟩.pdf first',
  'in ./drafts/⟨nissan⟩/2023 there',
  'in data/⟨2023⟩/nissan there',
  'C:\\data\\⟨2023⟩',
  'version ⟨4.5⟩ is out',
  'in v⟨1.2⟩.3 and later',
  'since 20.⟨20⟩.2-beta',
  'ISBN ⟨978⟩-3-16-148410-0',
  'ISBN 978 3 ⟨16⟩ 148410 0',
  'ISSN ⟨1234⟩-5678',
  'call +81 3 ⟨5555⟩ 0100 now',
  'call (212) ⟨555⟩-0100',
  'Tel. 03-⟨5555⟩-0100',
  'commit ⟨3f2a91c⟩ broke it',
  'id 123e4567-e89b-12d3-a456-⟨426614174000⟩',
  'follow @⟨nissan⟩ and',
  'under #⟨renault⟩ today',
  'the key fact_⟨43⟩ here',
  'Nissan (⟨7201⟩.T) rose',
  'Renault (⟨RENA⟩.PA) rose',
  'Ford (NYSE: ⟨F⟩) rose',
  'Nissan (TYO: ⟨7201⟩) rose',
  'and $⟨TSLA⟩ fell',
];
const PROSE = [
  'a ⟨43%⟩ stake',
  '(⟨43.4%⟩)',
  'in ⟨2019⟩-2023',
  '⟨03/04/2025⟩ it was',
  'on ⟨12.10.2023⟩ there',
  'about ⟨10.000.000⟩ cars',
  '⟨Amazon.com⟩ sells',
  'the ⟨U.S.⟩ and',
  '⟨S.p.A.⟩ and',
  '⟨Renault⟩/Nissan alliance',
  'a ⟨23-year-old⟩ pact',
  '⟨fly24⟩ flew',
  'the ⟨AT&T⟩ deal',
  '⟨1,000⟩ cars',
  'from ⟨43⟩ to 15',
  'a ⟨$1.5⟩ billion deal',
  '⟨24/7⟩ service',
  'Company: ⟨Nissan⟩ rose',
  'its ⟨15⟩ 000 cars',
];

const read = (marked: string) => {
  const start = marked.indexOf('⟨');
  const end = marked.indexOf('⟩') - 1;
  return isNotProse(marked.replace(/[⟨⟩]/g, ''), { start, end });
};
for (const marked of NOT_PROSE) test(`not prose: ${marked}`, () => assert.equal(read(marked), true));
for (const marked of PROSE) test(`prose: ${marked}`, () => assert.equal(read(marked), false));
