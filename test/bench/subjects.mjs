// What is measured: each a function from a text to the number of things found, made ready beforehand.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const FACTS = join(ROOT, 'server', 'facts');

/** `of(language)` gives the check for drafts in a language. */
export const SUBJECTS = {
  factlint: {
    does: 'names, values, claims against the bundled facts; findings with positions and fixes',
    async open({ facts = bundledFacts(), asOf = { year: 2023, month: 1, day: 26 } } = {}) {
      const { check, readFacts } = await import(join(ROOT, 'dist', 'engine.mjs'));
      const base = readFacts(facts).facts;
      return (text, language = 'plaintext') => {
        const report = check({ text, language, path: 'draft' }, base, { asOf });
        return report.findings.length + report.mentions.values.length + report.mentions.entities.length;
      };
    },
  },
  // Only beside ours in the curve of names.
  'modern-ahocorasick': {
    does: 'names, as they are spelt; no facts',
    isForNames: true,
    async open({ names }) {
      const { default: AhoCorasick } = await import('modern-ahocorasick');
      const search = new AhoCorasick(names);
      return (text) => search.search(text).length;
    },
  },
  'wink-nlp': {
    does: 'entities: dates, percents, money; no companies, no facts',
    async open() {
      const { default: winkNLP } = await import('wink-nlp');
      const { default: model } = await import('wink-eng-lite-web-model');
      const nlp = winkNLP(model, ['sbd', 'ner']);
      const { its } = nlp;
      return (text) => nlp.readDoc(text).entities().out(its.span).length;
    },
  },
  'chrono-node': {
    does: 'dates only',
    async open() {
      const chrono = await import('chrono-node');
      return (text) => chrono.parse(text, new Date(2023, 0, 26)).length;
    },
  },
  'cspell-lib': {
    does: 'spelling: en_US and companies; positions, no suggestions',
    async open() {
      const { DocumentValidator, createTextDocument } = await import('cspell-lib');
      const uri = 'file:///draft.txt';
      const settings = { language: 'en', dictionaries: ['companies'], noSuggest: true };
      const document = createTextDocument({ uri, content: '', languageId: 'plaintext' });
      const options = { generateSuggestions: false, noConfigSearch: true };
      const validator = new DocumentValidator(document, options, settings);
      await validator.prepare();
      return async (text) => {
        await validator.updateDocumentText(text);
        return validator.checkDocument().length;
      };
    },
  },
};

/** Those that read prose. */
export const READERS = Object.keys(SUBJECTS).filter((name) => !SUBJECTS[name].isForNames);

function bundledFacts() {
  return readdirSync(FACTS)
    .filter((file) => file.endsWith('.facts.json'))
    .map((path) => ({ path, text: readFileSync(join(FACTS, path), 'utf8') }));
}

/** A facts file of so many made-up companies, each with a date of foundation. */
export function madeUpFacts(count) {
  const syllables = 'bar dal fen gor hil jan kel lom mar nor pel quin ros sel tor ulm var wex yor zan'.split(
    ' ',
  );
  const nameOf = (index) => {
    const one =
      syllables[index % 20] +
      syllables[Math.floor(index / 20) % 20] +
      syllables[Math.floor(index / 400) % 20];
    const two = syllables[Math.floor(index / 8000) % 20] + syllables[Math.floor(index / 160_000) % 20];
    const upper = (word) => word[0].toUpperCase() + word.slice(1);
    return index < 8000 ? `${upper(one)} Works` : `${upper(one)} ${upper(two)}`;
  };
  const entities = {};
  for (let index = 0; index < count; index++)
    entities[`e${index}`] = { name: nameOf(index), type: 'company' };
  const sources = { s: { title: 'Made up', publisher: 'Bench', url: 'https://example.com/' } };
  const facts = [{ id: 'f', subject: 'e0', relation: 'founded', value: '1984', source: 's' }];
  return {
    text: JSON.stringify({ version: 1, sources, entities, facts }),
    names: Object.values(entities).map(({ name }) => name),
  };
}
