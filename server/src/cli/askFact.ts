import { readDays } from '../facts/dates.ts';
import type { Entity, FactBase, Relation } from '../facts/facts.ts';
import { readPeriod } from '../facts/period.ts';
import { ENTITY_TYPES } from '../facts/readEntity.ts';
import { didYouMean } from '../facts/suggest.ts';
import { understandValue } from '../facts/understand.ts';
import { type FactDraft, toId } from './factDraft.ts';
import { entityLine } from './factWords.ts';
import type { Prompts } from './io.ts';
import { wrap } from './terminal.ts';

/**
 * Asks for all of a fact that was not given. Gives the whole: what was given, and the answers. `refuse` is called as soon
 * as it shows which fact it is, and may throw: nobody is to answer six questions about a fact that is there already.
 */
export async function askFact(
  given: FactDraft,
  facts: FactBase,
  prompts: Prompts,
  refuse: (draft: FactDraft) => void,
): Promise<FactDraft> {
  const answers = new Map<string, string>();
  const draft: FactDraft = {
    text: (name) => given.text(name) ?? answers.get(name),
    all: (name) => {
      const answer = answers.get(name);
      return answer === undefined ? given.all(name) : [answer];
    },
  };
  const asking: Asking = { facts, prompts, draft, answers };
  prompts.say('Tab completes; Ctrl+C leaves without a change.');
  if (isMissing(draft, 'subject')) await askEntity(asking, 'subject', 'Whom is it about');
  if (isMissing(draft, 'relation') && draft.all('about').length === 0) await askRelation(asking);
  const relation = facts.relations.get(draft.text('relation') ?? '');
  if (relation?.directed && isMissing(draft, 'object'))
    await askEntity(asking, 'object', `${relation.id} in whom`);
  const isTimeMissing = ['period', 'from', 'to'].every((it) => isMissing(draft, it));
  if (isTimeMissing) await askPeriod(asking);
  refuse(draft);
  if (isMissing(draft, 'value')) await askValue(asking, relation);
  if (isTimeMissing && isMissing(draft, 'period')) await askFrom(asking);
  if (isMissing(draft, 'source') && isMissing(draft, 'source-title')) await askSource(asking);
  return draft;
}

interface Asking {
  readonly facts: FactBase;
  readonly prompts: Prompts;
  readonly draft: FactDraft;
  readonly answers: Map<string, string>;
}

function isMissing(draft: FactDraft, name: string): boolean {
  return !draft.text(name)?.trim();
}

async function askEntity({ facts, prompts, answers }: Asking, role: 'subject' | 'object', label: string) {
  const choices = [...facts.held.values()].flatMap(({ id, name }) =>
    id === name.toLowerCase() ? [name] : [name, id],
  );
  const check = (answer: string) => {
    if (answer === '') return 'Type a name or an id.';
    const found = entitiesNamed(facts, answer);
    return found.length > 1
      ? `That may be ${found.map(({ id }) => id).join(' or ')}: type the id.`
      : undefined;
  };
  for (;;) {
    const answer = await prompts.ask({ label, choices, check });
    const [entity] = entitiesNamed(facts, answer);
    if (entity) {
      prompts.say(`  ${entityLine(entity)}`);
      answers.set(role, entity.id);
      return;
    }
    prompts.say(`  “${answer}” is not known${didYouMean(answer, choices) || '.'}`);
    if (!(await prompts.confirm('Add it as a new entity', false))) continue;
    const type = (word: string) =>
      ENTITY_TYPES.some((it) => it === word) ? undefined : `One of ${ENTITY_TYPES.join(', ')}.`;
    answers.set(
      `${role}-type`,
      await prompts.ask({ label: 'Type', choices: ENTITY_TYPES, preset: 'company', check: type }),
    );
    answers.set(`${role}-name`, answer);
    answers.set(role, await askNewId(facts, prompts, answer));
    return;
  }
}

async function askNewId({ entities }: FactBase, prompts: Prompts, name: string): Promise<string> {
  const check = (id: string) => {
    if (id === '') return 'Type an id.';
    return entities.has(id) ? `There is an entity “${id}” already.` : undefined;
  };
  return prompts.ask({ label: 'Its id', preset: toId(name), check });
}

/** By id, else by one of its names, whatever the case. */
function entitiesNamed({ entities }: FactBase, words: string): readonly Entity[] {
  const byId = entities.get(words);
  if (byId) return [byId];
  const wanted = words.toLowerCase();
  return [...entities.values()].filter(({ name, legalName, aliases, ambiguous }) =>
    [name, legalName, ...aliases, ...ambiguous].some((it) => it?.toLowerCase() === wanted),
  );
}

async function askRelation({ facts, prompts, answers }: Asking): Promise<void> {
  const choices = [...facts.relations.keys()];
  prompts.say(
    wrap(choices.join(' '), 76)
      .map((line) => `  ${line}`)
      .join('\n'),
  );
  const check = (answer: string) =>
    answer === '' ? 'Type one of these, or the words that drafts say it in.' : undefined;
  for (;;) {
    const answer = await prompts.ask({ label: 'What does it say', choices, check });
    if (facts.relations.has(answer)) {
      answers.set('relation', answer);
      return;
    }
    prompts.say(`  “${answer}” is none of the relations${didYouMean(answer, choices) || '.'}`);
    if (!(await prompts.confirm('Look for these words in drafts instead', false))) continue;
    answers.set('about', answer);
    return;
  }
}

async function askValue({ prompts, answers }: Asking, relation: Relation | undefined): Promise<void> {
  const check = (answer: string) => {
    if (answer === '') return 'Type the value as in copy: 43.4%, 1999-03-27, Luca de Meo.';
    return understandValue(answer, relation?.kind, relation?.id).problem;
  };
  const answer = await prompts.ask({ label: 'Value', check });
  const { value } = understandValue(answer, relation?.kind, relation?.id);
  prompts.say(
    value
      ? `  read as: ${value.kind} ${answer}`
      : '  no kind of value that can be compared: it is shown only',
  );
  answers.set('value', answer);
}

async function askPeriod({ prompts, answers }: Asking): Promise<void> {
  const period = await prompts.ask({
    label: 'Period of the figure (FY2022, Q3 2022 …; empty: none)',
    check: (it) =>
      it === '' || readPeriod(it) ? undefined : `“${it}” is no period such as 2022, FY2022 or Q3 2022.`,
  });
  if (period !== '') answers.set('period', period);
}

/** The day from which a value without a period holds. */
async function askFrom({ prompts, answers }: Asking): Promise<void> {
  const from = await prompts.ask({ label: 'Holds from (2023-01-30; empty: always)', check: checkDay });
  if (from !== '') answers.set('from', from);
}

function checkDay(text: string): string | undefined {
  return text === '' || readDays(text) ? undefined : `“${text}” is no day such as 2023-01-30.`;
}

async function askSource({ facts, prompts, draft, answers }: Asking): Promise<void> {
  const choices = [...facts.sources.keys()];
  const label = 'Source (the id of one that is there, or a new one’s title; empty: none)';
  const title = await prompts.ask({ label, choices });
  if (title === '') return;
  if (facts.sources.has(title)) {
    prompts.say(`  ${facts.sources.get(title)?.title}`);
    answers.set('source', title);
    return;
  }
  answers.set('source-title', title);
  const more = [
    ['source-publisher', 'Its publisher', undefined],
    ['source-url', 'Its address (URL)', checkUrl],
    ['source-published', 'Its day (2023-01-30)', checkDay],
  ] as const;
  for (const [name, question, check] of more) {
    if (!isMissing(draft, name)) continue;
    const answer = await prompts.ask({ label: question, ...(check && { check }) });
    if (answer !== '') answers.set(name, answer);
  }
}

function checkUrl(text: string): string | undefined {
  return text === '' || /^https?:\/\/\S+$/.test(text)
    ? undefined
    : 'An address begins with https:// or http://.';
}
