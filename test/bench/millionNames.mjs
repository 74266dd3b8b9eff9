// A registry as large as is asked for: the companies that Reuters marks in the corpus («<Ford Motor Co>»), then made-up ones.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { random } from './corpus.mjs';

const STARTS =
  'Ar Bel Cor Dal El Fen Gar Hal Is Jor Kal Lor Mer Nor Or Pel Quin Ros Sal Tor Ul Ver Wes Yar Zan'.split(
    ' ',
  );
const MIDDLES = 'a e i o u an en in on ar er ir or as es is os al el il ol'.split(' ');
const ENDS =
  'bach burg dale field ford gate ham holm mark mont more rand sen stad stein ton vale wick wood worth'.split(
    ' ',
  );
const TRADES =
  'Airways|Bancorp|Brands|Capital|Chemicals|Electronics|Energy|Engineering|Foods|Group|Holdings|Industries|Insurance|Logistics|Marine|Metals|Mining|Motors|Paper|Partners|Petroleum|Pharma|Power|Properties|Rail|Resources|Savings|Semiconductor|Shipping|Software|Steel|Systems|Telecom|Textiles|Trading|Transport|Ventures|Water'.split(
    '|',
  );
const FORMS = ['Inc', 'Corp', 'Ltd', 'PLC', 'GmbH', 'SA', 'AG', 'Co'];

/** So many different names; the first few thousand are real where the corpus is there. */
export function companyNames(count, corpus) {
  const names = new Set(corpus ? marked(corpus) : []);
  const next = random(7);
  const pick = (list) => list[Math.floor(next() * list.length)];
  while (names.size < count) {
    const word = pick(STARTS) + pick(MIDDLES) + (next() < 0.5 ? pick(MIDDLES) : '') + pick(ENDS);
    names.add(
      next() < 0.2
        ? `${word} ${pick(ENDS).replace(/^./, (it) => it.toUpperCase())} ${pick(TRADES)}`
        : `${word} ${pick(TRADES)}`,
    );
    if (next() < 0.3) names.add(`${word}${pick(MIDDLES)} & ${pick(STARTS)}${pick(ENDS)} ${pick(TRADES)}`);
  }
  return [...names].slice(0, count);
}

function marked(corpus) {
  const found = new Set();
  for (const name of readdirSync(corpus).sort())
    for (const [, company] of readFileSync(join(corpus, name), 'utf8').matchAll(/<([A-Z][\w&.' -]{3,50})>/g))
      found.add(company.trim());
  return found;
}

/** They as a facts file. */
export function registryFile(names) {
  const next = random(11);
  const entities = names.map((name, index) => {
    const form = FORMS[Math.floor(next() * FORMS.length)];
    return `    "reg-${index}": { "type": "company", "name": ${JSON.stringify(name)}, "legalName": ${JSON.stringify(`${name} ${form}`)}, "country": "GB", "source": "registry" }`;
  });
  return `{\n  "version": 1,\n  "sources": { "registry": { "title": "Company register", "published": "2026-01-01" } },\n  "entities": {\n${entities.join(',\n')}\n  },\n  "facts": []\n}\n`;
}

if (process.argv[1]?.endsWith('millionNames.mjs')) {
  const [count, file, corpus] = process.argv.slice(2);
  writeFileSync(file, registryFile(companyNames(Number(count), corpus)));
}
