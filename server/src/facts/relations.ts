import type { Relation } from './facts.ts';

type Row = readonly [id: string, kind: Relation['kind'], directed: boolean, cues: string];

/**
 * The built-in relations of facts-format.md, with their cues in a list with commas. Cues are matched on word stems, so
 * that one form of a verb is enough, unless it is irregular. A directed relation reads subject → object and says nothing
 * without its object.
 */
const ROWS: readonly Row[] = [
  // percent
  [
    'stake',
    'percent',
    true,
    `stake, stake in, holds, held, holding, holding in, shareholding, shareholding in, owns, owned by,
    ownership of, interest in, equity interest, equity stake, minority stake, majority stake,
    cross-shareholding, of the shares, of the share capital, of the capital, of its shares,
    of its stock, of the company, shares in`,
  ],
  [
    'voting-rights',
    'percent',
    true,
    `voting rights, voting right, votes, of the votes, voting power, voting stake, voting shares`,
  ],
  [
    'market-share',
    'percent',
    false,
    `market share, share of the market, of the market, share of sales, share of shipments,
    share of registrations, market`,
  ],
  [
    'growth',
    'percent',
    false,
    `growth, grew, grow, rose, rise, risen, increased, increase, climbed, jumped, surged, gained, up,
    fell, fall, fallen, declined, decline, decreased, decrease, dropped, drop, slipped, down, shrank,
    higher, lower, added`,
  ],
  ['operating-margin', 'percent', false, 'operating margin, operating profit margin, margin, EBIT margin'],
  ['profit-margin', 'percent', false, 'profit margin, net margin, net profit margin, margin'],
  [
    'job-cuts',
    'percent',
    false,
    `job cuts, cut jobs, of its workforce, of the workforce, of its staff, of its employees,
    of its jobs, workforce, staff, lay off, laid off, layoffs, jobs, positions, redundancies,
    headcount`,
  ],
  ['tariff', 'percent', false, 'tariff, duty, duties, levy, import tax, import duty, customs duty'],
  [
    'share-of',
    'percent',
    false,
    `share of, account for, make up, made up, proportion of, percentage of, part of, come from,
    came from`,
  ],
  // date
  [
    'founded',
    'date',
    false,
    `founded, founding, foundation, established, set up, started, begun, began, created, formed,
    formation, incorporated, dates back to, dates from, born, in existence, old, anniversary,
    has existed`,
  ],
  [
    'listed',
    'date',
    false,
    `listed, listing, went public, go public, IPO, initial public offering, flotation, floated,
    stock market debut, began trading`,
  ],
  [
    'renamed',
    'date',
    false,
    `renamed, rename, changed its name, change of name, name change, rebranded, new name, called,
    known as`,
  ],
  [
    'acquired',
    'date',
    true,
    `acquired, acquisition, bought, buy, purchase, takeover, took over, taken over, took control,
    took a stake, took its stake, bought shares, bought into, snapped up, joined`,
  ],
  ['merged', 'date', false, 'merged, merger, combined, tie-up, joined forces, completed the merger'],
  [
    'agreement',
    'date',
    false,
    `agreement, agreed, signed, signing, deal, struck a deal, accord, memorandum of understanding, pact,
    contract`,
  ],
  [
    'announced',
    'date',
    false,
    `announced, announcement, unveiled, said, disclosed, made public, published, presented, revealed`,
  ],
  [
    'completed',
    'date',
    false,
    `completed, completion, closed, closing, finalised, finalized, concluded, took effect, effective,
    done`,
  ],
  ['meeting', 'date', false, 'meeting, met, meet, gathered, summit, talks, convened'],
  [
    'appointed',
    'date',
    false,
    `appointed, appointment, named, took over, took office, became, joined, elected, has led,
    at the helm, took the helm`,
  ],
  [
    'resigned',
    'date',
    false,
    `resigned, resignation, stepped down, left, quit, departed, departure, ousted, dismissed, retired,
    stood down`,
  ],
  ['arrested', 'date', false, 'arrested, arrest, detained, taken into custody'],
  [
    'launched',
    'date',
    false,
    `launched, launch, introduced, introduction, started, began, went live, debut, rolled out,
    went on sale, released`,
  ],
  [
    'ended',
    'date',
    false,
    `ended, end, stopped, ceased, discontinued, closed, terminated, expired, wound up, last`,
  ],
  // name
  [
    'chief-executive',
    'name',
    false,
    `chief executive, chief executive officer, CEO, managing director, boss, head, led by, chief`,
  ],
  [
    'chair',
    'name',
    false,
    `chair, chairman, chairwoman, chairperson, chaired by, chairs, chair of the board, executive chair`,
  ],
  ['president', 'name', false, 'president'],
  ['finance-chief', 'name', false, 'finance chief, chief financial officer, CFO, finance director'],
  [
    'headquarters',
    'name',
    false,
    `headquarters, headquartered in, based in, based at, -based, head office, seat, home`,
  ],
  ['country', 'name', false, 'country, home country, domiciled in'],
  // amount
  [
    'price',
    'amount',
    false,
    `price, priced at, cost, costs, paid, pay, worth, valued at, bought for, sold for, for, deal worth,
    charges`,
  ],
  ['revenue', 'amount', false, 'revenue, sales, turnover'],
  ['investment', 'amount', false, 'investment, invest, invested, put into, spend, spent, spending'],
  // count
  ['employees', 'count', false, 'employees, employs, workforce, staff, workers, people, headcount, payroll'],
  [
    'jobs',
    'count',
    false,
    `jobs, job cuts, positions, posts, roles, layoffs, lay off, laid off, redundancies, workers, people,
    employees, staff`,
  ],
  [
    'deliveries',
    'count',
    false,
    `deliveries, delivered, sold, sales, shipped, shipments, registrations, vehicles, cars`,
  ],
];

/** The built-in relations by id. A facts file may add cues to them, or relations of its own. */
export const builtInRelations: ReadonlyMap<string, Relation> = new Map(
  ROWS.map(([id, kind, directed, cues]) => [id, { id, kind, cues: cues.split(/,\s+/), directed }]),
);
