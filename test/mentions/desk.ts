import { readFacts } from '../../server/src/facts/readFacts.ts';
import { scanEntities } from '../../server/src/mentions/entities.ts';
import { buildGazetteer } from '../../server/src/mentions/gazetteer.ts';
import type { EntityMention } from '../../server/src/mentions/mention.ts';
import type { Draft } from '../../server/src/text/draft.ts';
import { readDraft } from '../../server/src/text/readDraft.ts';

const company = (more: object) => ({ type: 'company', source: 's', ...more });

/** Invented firms for the tests of this folder. */
export const { facts, problems } = readFacts(
  JSON.stringify({
    version: 1,
    sources: { s: { title: 'Register' } },
    entities: {
      velmora: company({
        name: 'Velmora',
        legalName: 'Velmora SA',
        misnomers: ['Velmora Motors', { text: 'Velmora GmbH', correct: 'Velmora SA' }],
        descriptors: ['French carmaker', 'French group'],
        country: 'FR',
        headquarters: 'Lille',
      }),
      quillon: company({
        name: 'Quillon',
        legalName: 'Quillon Motor Co., Ltd.',
        aliases: ['Quillon Motor', 'Quillon Motor Co'],
        descriptors: ['Japanese carmaker', 'Japanese partner'],
        country: 'JP',
      }),
      pell: company({
        name: 'Pell & Marrow',
        legalName: 'Pell & Marrow plc',
        descriptors: ['British grocer'],
        country: 'GB',
        headquarters: 'Hull',
      }),
      sungrid: company({
        name: 'sunGrid',
        legalName: 'sunGrid BV',
        descriptors: ['Dutch utility'],
        country: 'NL',
      }),
      falcon: company({
        name: 'Falcon Motor',
        ambiguous: ['Falcon'],
        descriptors: ['American carmaker'],
      }),
      kestrel: company({ name: 'Kestrel Bank', legalName: 'Kestrel Bank plc', ambiguous: ['Kestrel'] }),
      ostrand: company({
        name: 'Ostrandia',
        legalName: 'Ostrandia ASA',
        formerNames: [{ name: 'Norrkraft Energi', until: '2021-05-01', source: 's' }],
      }),
      bakers: { type: 'organization', name: "Bakers' Union", misnomers: ["Baker's Union"], source: 's' },
      alliance: {
        type: 'alliance',
        name: 'Velmora-Quillon Alliance',
        descriptors: ['the alliance'],
        source: 's',
      },
      lemaire: company({ name: 'Lumière Optique', legalName: 'Lumière Optique SA' }),
      dorrin: { type: 'person', name: 'Aldo Dorrin', aliases: ['Dorrin'], source: 's' },
    },
    facts: [
      { id: 'ceo', subject: 'velmora', relation: 'chief-executive', value: 'Odile Farrant', source: 's' },
      { id: 'hq', subject: 'velmora', relation: 'headquarters', value: 'Lille', source: 's' },
    ],
  }),
);

export const gazetteer = buildGazetteer(facts, { names: ['Velmora Street'] });

/** A plain-text draft of 1 June 2024. */
export function draftOf(text: string, path = 'a.txt'): Draft {
  return readDraft({ path, text }, { asOf: { year: 2024, month: 6, day: 1 } });
}

/** The mentions of a text as `form entity «words» → corrections`; doubtful ones with a question mark. */
export function mentionsOf(text: string): readonly string[] {
  return scanEntities(draftOf(text), gazetteer).map((mention) => show(text, mention));
}

function show(text: string, { span, entity, form, corrections, certain }: EntityMention): string {
  const words = text.slice(span.start, span.end);
  const doubt = certain ? '' : '?';
  return `${form}${doubt} ${entity} «${words}»${corrections.length > 0 ? ` → ${corrections.join(' | ')}` : ''}`;
}
