import { isMembers } from '../../facts/reading.ts';
import { filled, type Imported, toId } from './imported.ts';
import type { Known } from './known.ts';
import { readRegisterName } from './registerName.ts';

/** The publisher of all that comes from EDGAR. */
export const SEC = 'U.S. Securities and Exchange Commission';

interface Listed {
  readonly cik: number;
  readonly ticker: string;
  readonly title: string;
  readonly exchange: string;
}

const SOURCE = {
  id: 'sec-company-tickers',
  entry: {
    title: 'Company tickers',
    publisher: SEC,
    url: 'https://www.sec.gov/files/company_tickers.json',
  },
} as const;

/** Reads `company_tickers.json` (`{ "0": { "cik_str", "ticker", "title" } }`) or `company_tickers_exchange.json` (`{ "fields", "data" }`). */
export function* importTickers(json: unknown, known: Known): Generator<Imported> {
  const seen = new Set<number>();
  const ids = new Set<string>();
  let line = 0;
  let isUsed = false;
  for (const row of rowsOf(json)) {
    line++;
    const listed = readListed(row);
    if (!listed) {
      yield { kind: 'rejected', place: `entry ${line}`, message: 'It has no CIK, no ticker or no title.' };
      continue;
    }
    const { cik, ticker, title } = listed;
    // A company with several classes of shares stands here several times, the main one first.
    if (seen.has(cik)) {
      yield { kind: 'skipped', reason: 'further classes of shares' };
      continue;
    }
    seen.add(cik);
    if (known.entityByTicker(ticker) ?? known.ownerOf(title)) {
      yield { kind: 'skipped', reason: 'known already' };
      continue;
    }
    const { name, legalName, ambiguous } = readRegisterName(title);
    const plainId = toId(name);
    const id = ids.has(plainId) || known.entityOf(plainId)?.id === plainId ? toId(`${name} ${cik}`) : plainId;
    ids.add(id);
    isUsed = true;
    const symbol = listed.exchange === '' ? ticker : `${listed.exchange.toUpperCase()}:${ticker}`;
    const entry = filled({ type: 'company', name, legalName, ambiguous, ticker: symbol, source: SOURCE.id });
    yield { kind: 'entity', id, entry };
  }
  if (isUsed && !known.hasSource(SOURCE.id)) yield { kind: 'source', ...SOURCE };
}

function rowsOf(json: unknown): readonly unknown[] {
  if (!isMembers(json)) return [];
  const { fields, data } = json;
  if (!Array.isArray(fields) || !Array.isArray(data)) return Object.values(json);
  return data.map((row: unknown) =>
    Array.isArray(row) ? Object.fromEntries(fields.map((field, index) => [String(field), row[index]])) : row,
  );
}

function readListed(row: unknown): Listed | undefined {
  if (!isMembers(row)) return undefined;
  const cik = Number(row.cik_str ?? row.cik);
  const title = row.title ?? row.name;
  const { ticker, exchange } = row;
  if (!(cik > 0) || typeof ticker !== 'string' || typeof title !== 'string' || title.trim() === '')
    return undefined;
  return { cik, ticker, title, exchange: typeof exchange === 'string' ? exchange : '' };
}
