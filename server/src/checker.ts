import type { Check, CheckContext, Finding, Refuted, Severity } from './checks/check.ts';
import { checks } from './checks/index.ts';
import { keepStronger } from './checks/overlap.ts';
import { DIRECTIVE_CODE, silence } from './checks/silence.ts';
import type { Knowledge } from './claims/binding.ts';
import type { Verdict } from './claims/claim.ts';
import { compileCues, type FactCues } from './claims/cues.ts';
import { openDossiers } from './claims/dossiers.ts';
import { indexFacts } from './claims/factIndex.ts';
import { judgeDraft } from './claims/find.ts';
import { factsByName, indexNames } from './claims/nameIndex.ts';
import { indexPhrases, sharedPhrases } from './claims/sharedPhrases.ts';
import type { Fact, FactBase } from './facts/facts.ts';
import { findMentions } from './mentions/find.ts';
import { buildGazetteer, type Gazetteer } from './mentions/gazetteer.ts';
import type { Mentions } from './mentions/mention.ts';
import { keepOffices, type Offices, officesOf } from './mentions/offices.ts';
import type { CalendarDate } from './text/calendarDate.ts';
import type { Draft, Source } from './text/draft.ts';
import { readDraft } from './text/readDraft.ts';
import { toSource } from './toSource.ts';
import type { DateValue, ScanContext, Stated } from './values/kind.ts';

/** What a run may be told. Data only: the same options, text and facts give the same report everywhere. */
export interface CheckOptions {
  /** The article's date where neither a directive nor front matter gives one. */
  readonly asOf: Required<CalendarDate>;
  /** Which `rules` to change, by code. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  /** Words never to be taken for a company. */
  readonly names?: readonly string[];
  /** How to read 03/04/2025. */
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Findings that the desk has accepted (`accepted` of factlint.json). */
  readonly accepted?: readonly Accepted[];
}

/** One finding that the desk has accepted; it holds in files whose path ends with `file` (or everywhere), until a day. */
export interface Accepted {
  readonly code: string;
  readonly text: string;
  readonly file?: string;
  readonly reason?: string;
  readonly until?: CalendarDate;
}

/** All that was learnt from one draft; every feature of the editor and of the command line is a view of it. Spans count in the source. */
export interface Report {
  readonly draft: Draft;
  readonly mentions: Mentions;
  /** In reading order. */
  readonly verdicts: readonly Verdict[];
  /** In reading order. */
  readonly findings: readonly Finding[];
}

/**
 * The whole engine: reads the draft, finds what it says and claims, judges it, and says what to do.
 * Pure: the same source, facts and options give the same report. Never throws on any text.
 */
export function check(source: Source, facts: FactBase, options: CheckOptions): Report {
  const draft = readDraft(source, { asOf: options.asOf });
  const scan: ScanContext = { asOf: draft.asOf, dateOrder: options.dateOrder ?? 'dmy' };
  const { gazetteer, ...knowledge } = prepare(facts, options.names);
  const mentions = findMentions(draft, facts, gazetteer, scan);
  const { verdicts, changes, contradictions } = judgeDraft(draft, mentions, knowledge);
  const refuted = verdicts.filter(isRefuted);
  const impossible = mentions.values.filter(isImpossible);
  const mayBeWrong = refuted.length + changes.length + contradictions.length + impossible.length > 0;
  const found = mayBeWrong
    ? runChecks(
        { draft, facts, mentions, verdicts, refuted, changes, contradictions, impossible, scan },
        options.rules,
      )
    : [];
  const report = toSource(draft, { mentions, verdicts, findings: keepStronger(found) });
  return { draft, ...report, findings: silence(report.findings, draft, CODES) };
}

function isRefuted(verdict: Verdict): verdict is Refuted {
  return verdict.label === 'refuted';
}

function isImpossible(stated: Stated): stated is Stated<DateValue> {
  return stated.value.kind === 'date' && stated.value.impossible === true;
}

const CODES: ReadonlySet<string> = new Set([...checks.map(({ code }) => code), DIRECTIVE_CODE]);

function runChecks(context: CheckContext, rules: CheckOptions['rules'] = {}): readonly Finding[] {
  return checks.flatMap(({ code, severity, run }: Check) => {
    const rule = rules[code] ?? severity;
    if (rule === 'off') return [];
    return Array.from(
      run(context),
      (found): Finding => ({
        ...found,
        code,
        severity: rules[code] === undefined ? (found.severity ?? rule) : rule,
      }),
    );
  });
}

interface Prepared extends Knowledge {
  readonly gazetteer: Gazetteer;
}

/** What is compiled from a fact base, kept as long as the base itself; a new base is a new identity, so nothing can be stale. */
const prepared = new WeakMap<FactBase, Map<string, Prepared>>();

/** What `check` would compile of a fact base first: plain data, so that a build can leave it for every start. */
export interface Compiled {
  readonly gazetteer: Gazetteer;
  readonly offices: Offices;
  /** By fact. */
  readonly cues: ReadonlyMap<string, FactCues>;
  /** Facts by the names that they give. */
  readonly names: ReadonlyMap<string, readonly Fact[]>;
  /** Phrases that tell of several subjects. */
  readonly shared: ReadonlySet<string>;
}

/** Compiles a fact base. */
export function compile(facts: FactBase): Compiled {
  const cuesOf = compileCues(facts);
  return {
    gazetteer: buildGazetteer(facts),
    offices: officesOf(facts),
    cues: new Map(Array.from(facts.facts.values(), (fact) => [fact.id, cuesOf(fact)])),
    names: factsByName(facts),
    shared: sharedPhrases(facts),
  };
}

/** Spares `check` the work; `compiled` is what `compile` gave for the same facts. */
export function keepCompiled(facts: FactBase, compiled: Compiled): void {
  kept.set(facts, compiled);
  keepOffices(facts, compiled.offices);
}

const kept = new WeakMap<FactBase, Compiled>();

function prepare(facts: FactBase, names: readonly string[] = []): Prepared {
  const key = names.join('\n');
  const before = prepared.get(facts)?.get(key);
  if (before) return before;
  const known = kept.get(facts);
  const cuesOf = compileCues(facts, known?.cues);
  const dossiers = openDossiers(facts);
  const made = {
    facts,
    gazetteer: (key === '' && known?.gazetteer) || buildGazetteer(facts, { names }),
    cuesOf,
    dossiers,
    factsIn: indexFacts(dossiers, cuesOf),
    nameFacts: indexNames(facts, known?.names),
    isShared: indexPhrases(facts, known?.shared),
  };
  const byNames = prepared.get(facts) ?? new Map<string, Prepared>();
  prepared.set(facts, byNames.set(key, made));
  return made;
}
