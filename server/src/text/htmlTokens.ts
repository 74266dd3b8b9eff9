import { Tokenizer } from 'htmlparser2';

/** What stands in a piece of HTML, in reading order; all offsets count in that piece. */
export interface HtmlHandler {
  text(start: number, end: number): void;
  /** A character reference, decoded. */
  entity(character: string, start: number, end: number): void;
  open(tag: OpenTag): void;
  close(name: string, start: number, end: number): void;
  comment(start: number, end: number): void;
}

/** An opening or self-closing tag; its name is in lower case. */
export interface OpenTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly colspan: number;
  readonly rowspan: number;
}

type Callbacks = ConstructorParameters<typeof Tokenizer>[1];

/** Runs through a piece of HTML. Never throws; what is left open ends with the piece. */
export function readTokens(html: string, handler: HtmlHandler): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

function callbacks(html: string, handler: HtmlHandler): Callbacks {
  const none = () => {};
  const tag = { name: '', start: 0, end: 0, colspan: 1, rowspan: 1 };
  let attribute = '';
  const open = (last: number) => handler.open({ ...tag, end: last + 1 });
  return {
    ontext: (start, end) => handler.text(start, end),
    // The tokenizer tells where a reference ends only; it starts at the last «&» before.
    ontextentity: (codePoint, end) =>
      handler.entity(String.fromCodePoint(codePoint), html.lastIndexOf('&', end - 1), end),
    onopentagname(start, end) {
      Object.assign(tag, { name: lower(html, start, end), start: start - 1, colspan: 1, rowspan: 1 });
    },
    onattribname(start, end) {
      attribute = lower(html, start, end);
    },
    onattribdata(start, end) {
      if (attribute === 'colspan' || attribute === 'rowspan') {
        tag[attribute] = Number.parseInt(html.slice(start, end), 10) || 1;
      }
    },
    onattribentity: none,
    onattribend: none,
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag: (start, end) =>
      handler.close(lower(html, start, end), start - 2, Math.min(html.length, end + 1)),
    oncomment: (start, last) => handler.comment(start - 4, Math.min(html.length, last + 1)),
    oncdata: (start, last, closing) => handler.text(start, last - closing),
    ondeclaration: none,
    onprocessinginstruction: none,
    onend: none,
  };
}

function lower(html: string, start: number, end: number): string {
  return html.slice(start, end).toLowerCase();
}
