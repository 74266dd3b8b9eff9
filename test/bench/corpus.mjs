// What the bench reads: agency-like copy of its own making (seeded: the same every time), or a folder's files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A seeded generator of numbers in [0, 1). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const OTHERS =
  'Calder Mills|Ostrand Shipping|Pellworth Group|Tarn Foods|Quayside Holdings|Merrow Steel|Dunmore Paper|Halvard Lines|Ferrand Chemicals|Northby Bank'.split(
    '|',
  );
const PEOPLE = 'Ann Marlow|Piet Brandsma|Lucia Ferrero|Tom Haldane|Ines Duarte|Karl Westby'.split('|');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');

/** Sentences of the trade; each gets the article's tools: names, figures, dates. */
const SENTENCES = [
  (t) => `${t.one} said it raised its stake in ${t.two} to ${t.percent} from ${t.percent}.`,
  (t) => `Net profit at ${t.one} rose ${t.percent} to $${t.small} million in the ${t.quarter} quarter.`,
  (t) => `"We expect demand to hold up through the summer," ${t.person} told reporters in London.`,
  (t) => `The company, which employs about ${t.count} people, was set up in ${t.year}.`,
  (t) => `Shares of ${t.two} fell ${t.small} cents to $${t.small} by midday on ${t.weekday}.`,
  (t) =>
    `Analysts had forecast revenue of $${t.small}.${t.digit} billion for the year to ${t.month} ${t.day}, ${t.year}.`,
  (t) => `The agreement was signed on ${t.month} ${t.day}, ${t.year}, and runs for ${t.digit} years.`,
  (t) => `It didn't say how many of the ${t.count} jobs would go, or when the plant would close.`,
  (t) => `Trade between the two countries has grown for ${t.digit} years in a row, ministry figures show.`,
  (t) => `Officials declined to comment on the talks -- the third round since early ${t.month}.`,
  (t) => `${t.person}, chief executive of ${t.one}, said the board's decision was unanimous.`,
  (t) => `Output of crude rose to ${t.count} barrels a day, up ${t.percent} on the month before.`,
  (_t) => `Heavy rain delayed the harvest in the north, traders said, and prices are likely to stay firm.`,
  (t) => `The bank's economists see growth of between ${t.percent} and ${t.percent} next year.`,
];

function toolsOf(next, names) {
  const pick = (list) => list[Math.floor(next() * list.length)];
  const name = () => pick(next() < 0.3 ? names : OTHERS);
  return {
    one: name(),
    two: name(),
    person: pick(PEOPLE),
    month: pick(MONTHS),
    weekday: pick(DAYS),
    quarter: pick(['first', 'second', 'third', 'fourth']),
    day: 1 + Math.floor(next() * 28),
    year: 1980 + Math.floor(next() * 44),
    digit: 2 + Math.floor(next() * 8),
    small: 1 + Math.floor(next() * 99),
    count: (1 + Math.floor(next() * 90)) * 100,
    get percent() {
      return pick([`${(next() * 50).toFixed(1)}%`, `${Math.floor(next() * 50)} percent`]);
    },
  };
}

/** One article of about so many words, in paragraphs; long lines as in drafts. */
export function makeArticle(seed, words, names) {
  const next = random(seed);
  const paragraphs = [];
  for (let count = 0; count < words; ) {
    const tools = toolsOf(next, names);
    const sentences = Array.from({ length: 1 + Math.floor(next() * 3) }, () =>
      SENTENCES[Math.floor(next() * SENTENCES.length)](tools),
    );
    paragraphs.push(sentences.join(' '));
    count += paragraphs.at(-1).split(' ').length;
  }
  return `${paragraphs.join('\n\n')}\n`;
}

/** So many articles of 60 to 400 words. */
export function makeArticles(count, names, seed = 1) {
  const next = random(seed);
  return Array.from({ length: count }, (_, index) =>
    makeArticle(seed * 100_000 + index, 60 + Math.floor(next() ** 2 * 340), names),
  );
}

/** The same with typographer's quotes and dashes: V8 keeps such text in two bytes a character. */
export function toCurly(text) {
  return text
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll('"', '”')
    .replaceAll("'", '’')
    .replaceAll(' -- ', ' – ');
}

/** The same as Markdown: headings, a list now and then, emphasis. */
export function toMarkdown(text) {
  const paragraphs = text.split(/\n\s*\n/).map((paragraph, index) => {
    if (index % 9 === 0) return `## ${paragraph.slice(0, 40).replace(/\s+/g, ' ')}\n\n${paragraph}`;
    if (index % 9 === 4) return paragraph.replace(/^/gm, '- ');
    return paragraph.replace(/\bsaid\b/, '**said**');
  });
  return paragraphs.join('\n\n');
}

/** A document of so many bytes, made of articles. */
export function joinUpTo(articles, bytes) {
  let text = '';
  for (let index = 0; text.length < bytes; index++) text += `${articles[index % articles.length]}\n`;
  return text.slice(0, text.lastIndexOf(' ', bytes));
}

/** The first so many words of the articles. */
export function wordsOf(articles, words) {
  const text = articles.slice(0, words / 10).join('\n');
  const spaces = text.matchAll(/\s+/g);
  let end = text.length;
  for (let count = 0; count < words; count++) {
    const { value, done } = spaces.next();
    if (done) break;
    end = value.index;
  }
  return text.slice(0, end);
}

/** The texts of a folder's files. */
export function readFolder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(txt|md|markdown|html?)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.path, entry.name), 'utf8'));
}

/** Names of companies that the bundled facts know. */
export function bundledNames(factsFolder) {
  return readdirSync(factsFolder)
    .filter((file) => file.endsWith('.facts.json'))
    .flatMap((file) => Object.values(JSON.parse(readFileSync(join(factsFolder, file), 'utf8')).entities))
    .filter(({ type }) => type === 'company')
    .map(({ name }) => name);
}
