import { isPhoneNumber } from './phoneNumber.ts';
import { glanceAt, isBehindColon, mayBeNumbered } from './plainToken.ts';
import type { Span } from './span.ts';

/** Longer ones are no code that anyone writes in an article; some patterns look at every character more than once. */
const MAX_CODE = 200;
/** How far a token is looked at, in all. */
const MAX_TOKEN = 2000;
const OPENERS = '"\'“‘«„([{<';
const CLOSERS = '"\'”’»)]}>.,;:!?…';

const URL = /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|tel:|doi:)/i;
/** `example.com`, `nissan-global.com/en`; a capital («Amazon.com») or a lone word without a dot is a name. */
const DOMAIN =
  /^[a-z0-9-]+(?:\.[a-z0-9-]+){0,4}\.(?:com|org|net|edu|gov|io|info|biz|eu|uk|de|fr|jp|us|ch|it|es|nl|se|cn)(?:[/:?#]|$)/;
const EMAIL = /^[\w.+%-]+@[\w-]+\.[\w.-]+$/;
const HANDLE = /^[@#]\p{L}[\p{L}\p{N}_]*$/u;
const FILE =
  /[\p{L}\p{N}_)-]\.(?:pdf|docx?|odt|rtf|xlsx?|csv|tsv|txt|md|html?|json|jsonl|xml|ya?ml|toml|png|jpe?g|gif|svg|webp|tiff?|zip|gz|tar|mp[34]|mov|wav|pptx?|key|js|ts|py|css|sh|exe|dmg)$/iu;
const PATH = /^(?:\.{1,2}\/|~\/|[a-z]:[\\/]|\\\\)|\\|^\/?[\w.-]*[\p{L}_][\w.-]*\/[\w.-]+\/[\w./-]*$/iu;
/** «v1.2.3», «4.5.1»; but 12.10.2023 is a date, 10.000.000 a number. */
const VERSION = /^v\d+(?:\.\d+)*(?:[-+][\w.]+)?$|^\d+\.\d+\.\d+(?:\.\d+)?(?:-[a-z]\w*)?$/i;
const DOTTED_DATE_OR_NUMBER = /^\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$|^\d{1,3}(?:\.\d{3}){2,}$/;
const VERSION_WORD = /\b(?:versions?|ver\.|build|firmware|v\.)\s*$/i;
const VERSION_NUMBER = /^\d+(?:\.\d+)*[a-z]?$/i;
const BOOK_WORD = /\b(?:ISBN|ISSN|EAN|DOI|ISIN|SKU|LEI)(?:-1[03])?:?[\s\d-]*$/i;
const BOOK_NUMBER = /^(?:ISBN|ISSN)?:?[\dX-]+$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A commit or checksum: hexadecimal, with letters and figures mixed. */
const HASH = /^(?=[0-9a-f]*\d[0-9a-f]*[a-f])(?=[0-9a-f]*[a-f][0-9a-f]*\d)[0-9a-f]{7,128}$/i;
const IDENTIFIER = /^\w*\p{L}\w*_\w+$|^_\w+$/u;
const EXCHANGE =
  /^(?:NYSE|NASDAQ|AMEX|TSE|TYO|LSE|LON|EPA|PAR|FRA|ETR|XETRA|HKG|HKEX|SEHK|KRX|SSE|SZSE|BSE|NSE|ASX|TSX|SIX|BIT|BME|STO|AMS|EBR):/i;
const EXCHANGE_BEFORE =
  /\b(?:NYSE|NASDAQ|AMEX|TSE|TYO|LSE|LON|EPA|PAR|FRA|ETR|XETRA|HKG|HKEX|SEHK|KRX|SSE|SZSE|BSE|NSE|ASX|TSX|SIX|BIT|BME|STO|AMS|EBR):\s*$/i;
const TICKER = /^[A-Z0-9]{2,6}\.[A-Z]{1,3}$|^\$[A-Z]{1,5}(?:\.[A-Z])?$/;
const CODES = [HANDLE, UUID, HASH, IDENTIFIER, EXCHANGE, TICKER];
const SIGN = /[.@/#:_\\$\d]/;

/**
 * Whether a span lies in something that is not prose: an address, e-mail, file name or path, version, ISBN or ISSN,
 * telephone number, hash or id, @handle, #tag or stock code. Looks only at the token around the span (up to the next
 * space; at most 2,000 characters) and the few words before it.
 */
export function isNotProse(text: string, span: Span): boolean {
  const whole = tokenAround(text, span);
  const glance = glanceAt(text, whole);
  if (glance === 'plain')
    return isBehindColon(text, whole.start) && EXCHANGE_BEFORE.test(before(text, whole.start, 16));
  if (glance === 'figure')
    return (
      (mayBeNumbered(text, whole.start) && isNumbered(text, whole, bare(text, whole))) ||
      isPhoneNumber(text, span)
    );
  const token = bare(text, whole);
  if (!SIGN.test(token)) return EXCHANGE_BEFORE.test(before(text, whole.start, 16));
  return isAddress(token) || isCode(token) || isNumbered(text, whole, token) || isPhoneNumber(text, span);
}

function isAddress(token: string): boolean {
  if (token.includes('://') || URL.test(token) || DOMAIN.test(token) || FILE.test(token)) return true;
  if (token.includes('@') && EMAIL.test(token)) return true;
  return (token.includes('/') || token.includes('\\')) && token.length <= MAX_CODE && PATH.test(token);
}

function isCode(token: string): boolean {
  if (token.length > MAX_CODE) return false;
  if (VERSION.test(token) && !DOTTED_DATE_OR_NUMBER.test(token)) return true;
  return CODES.some((pattern) => pattern.test(token));
}

/** What only the words before tell: «version 4.5», «ISBN 978 3 16 148410 0», «(TYO: 7201)». */
function isNumbered(text: string, { start }: Span, token: string): boolean {
  if (!/^[\dA-Z]/i.test(token) || !/\d/.test(token) || token.includes('%')) return false;
  const words = before(text, start, 40);
  if (VERSION_NUMBER.test(token) && VERSION_WORD.test(words)) return true;
  if (BOOK_NUMBER.test(token) && (BOOK_WORD.test(words) || /^IS[BS]N/i.test(token))) return true;
  return EXCHANGE_BEFORE.test(words);
}

/** A token without the brackets and stops around it. */
function bare(text: string, { start, end }: Span): string {
  let from = start;
  let to = end;
  while (from < to && OPENERS.includes(text[from]!)) from += 1;
  while (from < to && CLOSERS.includes(text[to - 1]!)) to -= 1;
  return text.slice(from, to);
}

function before(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start);
}

function tokenAround(text: string, { start, end }: Span): Span {
  let from = start;
  let to = Math.max(start, end);
  let left = MAX_TOKEN;
  while (from > 0 && left > 0 && !isSpace(text.charCodeAt(from - 1))) {
    from -= 1;
    left -= 1;
  }
  while (to < text.length && left > 0 && !isSpace(text.charCodeAt(to))) {
    to += 1;
    left -= 1;
  }
  return { start: from, end: to };
}

function isSpace(code: number): boolean {
  return code === 32 || (9 <= code && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0xfffc;
}
