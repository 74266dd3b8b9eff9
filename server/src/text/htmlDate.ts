import { Tokenizer } from 'htmlparser2';
import type { CalendarDate } from './calendarDate.ts';
import { readWrittenDate } from './frontMatter.ts';

/**
 * The names under which pages state their date, the surest first: Open Graph's `article:published_time`, schema.org's
 * `datePublished`, Dublin Core, and the plain ones that newsrooms' systems write. When a page was changed says nothing.
 */
const NAMES = [
  'article:published_time',
  'datepublished',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'date',
];

/** The date that an HTML page states in a `<meta>` of its head; undefined if it states none. */
export function readHtmlDate(html: string): CalendarDate | undefined {
  const head = headOf(html);
  if (head === undefined) return undefined;
  const stated = new Map<string, CalendarDate>();
  readMetas(head, (name, content) => {
    const date = NAMES.includes(name) && !stated.has(name) ? readWrittenDate(content.trim()) : undefined;
    if (date) stated.set(name, date);
  });
  const name = NAMES.find((one) => stated.has(one));
  return name === undefined ? undefined : stated.get(name);
}

/** The text before the body; undefined where no `<meta>` stands in it, as in most pieces of HTML. */
function headOf(html: string): string | undefined {
  const end = /<\/head\b|<body\b/i.exec(html)?.index ?? html.length;
  const head = html.slice(0, end);
  return /<meta\b/i.test(head) ? head : undefined;
}

function readMetas(head: string, found: (name: string, content: string) => void): void {
  const none = () => {};
  let isMeta = false;
  let attribute = '';
  let values = new Map<string, string>();
  const text = (start: number, end: number) => head.slice(start, end);
  const add = (piece: string) => {
    if (isMeta) values.set(attribute, (values.get(attribute) ?? '') + piece);
  };
  const closed = () => {
    const name = values.get('property') ?? values.get('name') ?? values.get('itemprop');
    if (isMeta && name !== undefined) found(name.trim().toLowerCase(), values.get('content') ?? '');
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        isMeta = text(start, end).toLowerCase() === 'meta';
        values = new Map();
      },
      onattribname(start, end) {
        attribute = text(start, end).toLowerCase();
      },
      onattribdata: (start, end) => add(text(start, end)),
      onattribentity: (codePoint) => add(String.fromCodePoint(codePoint)),
      onopentagend: closed,
      onselfclosingtag: closed,
      onattribend: none,
      ontext: none,
      ontextentity: none,
      onclosetag: none,
      oncomment: none,
      oncdata: none,
      ondeclaration: none,
      onprocessinginstruction: none,
      onend: none,
    },
  );
  tokenizer.write(head);
  tokenizer.end();
}
