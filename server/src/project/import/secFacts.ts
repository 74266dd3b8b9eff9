import { isMembers } from '../../facts/reading.ts';
import { readIsoDate, toEpochDay } from '../../text/calendarDate.ts';
import { filled, type Imported, type ImportedEntry, toId } from './imported.ts';
import type { Known } from './known.ts';
import { readRegisterName } from './registerName.ts';
import { SEC } from './sec.ts';

/** One figure of `companyfacts` (data.sec.gov/api/xbrl/companyfacts). `fy` and `fp` are those of the filing, not of the figure. */
interface Figure {
  readonly start: number;
  readonly end: number;
  readonly endText: string;
  readonly value: number;
  readonly accession: string;
  readonly fiscalYear: number;
  readonly form: string;
  readonly filed: string;
}

interface Concept {
  /** What facts say it by. */
  readonly fact: { readonly relation: string } | { readonly about: readonly string[] };
  /** By taxonomy and tag, the one that counts most first. */
  readonly tags: readonly (readonly [taxonomy: string, tag: string])[];
}

const CONCEPTS: Readonly<Record<string, Concept>> = {
  revenue: {
    fact: { relation: 'revenue' },
    tags: [
      ['us-gaap', 'RevenueFromContractWithCustomerExcludingAssessedTax'],
      ['us-gaap', 'Revenues'],
      ['us-gaap', 'SalesRevenueNet'],
      ['ifrs-full', 'Revenue'],
    ],
  },
  'operating-income': {
    fact: { about: ['operating income', 'operating profit'] },
    tags: [
      ['us-gaap', 'OperatingIncomeLoss'],
      ['ifrs-full', 'ProfitLossFromOperatingActivities'],
    ],
  },
  'net-income': {
    fact: { about: ['net income', 'net profit'] },
    tags: [
      ['us-gaap', 'NetIncomeLoss'],
      ['ifrs-full', 'ProfitLoss'],
    ],
  },
};

/** Annual reports, of American filers and of foreign ones; `/A`: amended. */
const ANNUAL = /^(?:10-K|20-F|40-F)(?:\/A)?$/;

interface Company {
  readonly subject: string;
  readonly cik: number;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Reads one company's `companyfacts` JSON: what it reported for whole fiscal years, each figure with its filing. */
export function* importCompanyFacts(json: unknown, known: Known): Generator<Imported> {
  if (!isMembers(json) || typeof json.entityName !== 'string' || !isMembers(json.facts)) {
    yield { kind: 'rejected', message: 'The file has no “entityName” or no “facts”.', lost: 'all' };
    return;
  }
  const { entityName, facts } = json;
  const cik = Number(json.cik);
  const there = known.entityOf(entityName);
  const register = readRegisterName(entityName);
  const subject = there?.id ?? toId(register.name);
  const company: Company = { subject, cik, facts };
  const sources = new Map<string, Imported>();
  const stated: Imported[] = [];
  for (const name of Object.keys(CONCEPTS)) {
    for (const it of factsOf(company, name, known)) {
      if (it.kind === 'source') sources.set(it.id, it);
      else stated.push(it);
    }
  }
  const [first] = sources.keys();
  if (!there && first !== undefined)
    yield {
      kind: 'entity',
      id: subject,
      entry: { type: 'company', ...filled({ ...register }), source: first },
    };
  yield* sources.values();
  yield* stated;
  if (stated.length === 0)
    yield { kind: 'rejected', message: 'The company reports no figures for whole fiscal years.' };
}

function* factsOf(company: Company, name: string, known: Known): Generator<Imported> {
  const concept = CONCEPTS[name]!;
  const done = new Set<string>();
  for (const [taxonomy, tag] of concept.tags) {
    for (const [unit, list] of unitsOf(company.facts, taxonomy, tag)) {
      const figures: Figure[] = [];
      for (const [index, raw] of list.entries()) {
        const figure = readFigure(raw);
        if (figure) figures.push(figure);
        else
          yield {
            kind: 'rejected',
            place: `${taxonomy} ${tag} ${unit}, entry ${index + 1}`,
            message: 'It is no figure with its end, its value and its filing.',
          };
      }
      for (const [period, years] of byYear(figures)) {
        if (done.has(period)) continue;
        done.add(period);
        yield* toFact({ company, name, concept, period, unit, years }, known);
      }
    }
  }
}

interface Year {
  readonly company: Company;
  readonly name: string;
  readonly concept: Concept;
  readonly period: string;
  readonly unit: string;
  /** Of one fiscal year, the first report first. */
  readonly years: readonly Figure[];
}

function* toFact({ company, name, concept, period, unit, years }: Year, known: Known): Generator<Imported> {
  const { subject, cik } = company;
  const latest = years.at(-1)!;
  if (latest.value <= 0) {
    yield { kind: 'skipped', reason: 'losses, which copy words in other ways' };
    return;
  }
  if (known.factLike({ subject, ...concept.fact, period })) {
    yield { kind: 'skipped', reason: 'facts known already' };
    return;
  }
  const source = sourceOf(latest, cik);
  yield source;
  const value = amountWords(latest.value, unit);
  const before = years.map((it) => amountWords(it.value, unit)).filter((it) => it !== value);
  const id = toId(`${subject} ${name} ${period}`);
  const entry = {
    id,
    subject,
    ...concept.fact,
    period,
    value,
    ...filled({ also: [...new Set(before)] }),
    source: source.id,
  };
  yield { kind: 'fact', id, entry };
}

function sourceOf({ accession, form, filed, endText }: Figure, cik: number): ImportedEntry {
  const url = `https://www.sec.gov/Archives/edgar/data/${cik}/${accession.replaceAll('-', '')}/`;
  const title = `Form ${form} for the period to ${endText}`;
  return { kind: 'source', id: `sec-${accession}`, entry: { title, publisher: SEC, published: filed, url } };
}

function unitsOf(
  facts: Company['facts'],
  taxonomy: string,
  tag: string,
): readonly (readonly [string, readonly unknown[]])[] {
  const tags = facts[taxonomy];
  const concept = isMembers(tags) ? tags[tag] : undefined;
  const units = isMembers(concept) && isMembers(concept.units) ? concept.units : {};
  return Object.entries(units).flatMap(([unit, list]) =>
    /^[A-Z]{3}$/.test(unit) && Array.isArray(list) ? [[unit, list] as const] : [],
  );
}

function readFigure(raw: unknown): Figure | undefined {
  if (!isMembers(raw)) return undefined;
  const { start, end, val, accn, fy, form, filed } = raw;
  if (typeof val !== 'number' || typeof accn !== 'string' || typeof form !== 'string') return undefined;
  const last = dayOf(end);
  const first = dayOf(start);
  if (last === undefined || typeof filed !== 'string' || dayOf(filed) === undefined) return undefined;
  return {
    start: first ?? last,
    end: last,
    endText: String(end),
    value: val,
    accession: accn,
    fiscalYear: Number(fy),
    form,
    filed,
  };
}

function dayOf(text: unknown): number | undefined {
  const date = typeof text === 'string' ? readIsoDate(text) : undefined;
  return date?.month === undefined || date.day === undefined
    ? undefined
    : toEpochDay(date.year, date.month, date.day);
}

/** 52 or 53 weeks, or twelve months. */
function isWholeYear({ start, end }: Figure): boolean {
  const days = end - start + 1;
  return 350 <= days && days <= 380;
}

/** How far a year's end may be from that of the calendar year. */
const NEAR_YEAR_END = 7;

/**
 * Whole years by what copy calls them: `2022` where it is the calendar's, else `FY2022`. The year is that of the annual
 * report in which it was the last one: reports give earlier years too, under the same `fy`.
 */
function byYear(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const annual = figures.filter((it) => ANNUAL.test(it.form) && isWholeYear(it));
  annual.sort((a, b) => (a.filed < b.filed ? -1 : a.filed > b.filed ? 1 : 0));
  const lastEnd = new Map<string, number>();
  for (const { accession, end } of annual)
    lastEnd.set(accession, Math.max(end, lastEnd.get(accession) ?? end));
  const labels = new Map<number, string>();
  for (const figure of annual) {
    if (labels.has(figure.end) || lastEnd.get(figure.accession) !== figure.end) continue;
    const label = labelOf(figure);
    if (label !== undefined) labels.set(figure.end, label);
  }
  const years = new Map<string, Figure[]>();
  for (const figure of annual) {
    const label = labels.get(figure.end);
    if (label === undefined) continue;
    const list = years.get(label) ?? [];
    list.push(figure);
    years.set(label, list);
  }
  return years;
}

function labelOf({ end, endText, fiscalYear }: Figure): string | undefined {
  const year = Number(endText.slice(0, 4));
  for (const candidate of [year - 1, year]) {
    if (Math.abs(end - toEpochDay(candidate, 12, 31)) <= NEAR_YEAR_END) return String(candidate);
  }
  // A year is named for the one in which it ends or the one before; another figure is the filer's mistake.
  return fiscalYear === year || fiscalYear === year - 1 ? `FY${fiscalYear}` : undefined;
}

const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

/** «$394.328 billion»: every digit, in the unit that copy would take. */
function amountWords(value: number, currency: string): string {
  const [size, word] = value >= 1e9 ? [1e9, ' billion'] : value >= 1e6 ? [1e6, ' million'] : [1, ''];
  const figure = size === 1 ? value.toLocaleString('en-US') : String(Number((value / size).toPrecision(15)));
  const sign = SIGNS[currency];
  return sign === undefined ? `${currency} ${figure}${word}` : `${sign}${figure}${word}`;
}
