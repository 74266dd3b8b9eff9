/** Whether a full stop behind a word ends a sentence: never, only before a word that clearly starts one, or only not before a figure. */
export type Stop = 'never' | 'before-starter' | 'unless-figure';

const of = (stop: Stop, list: string): readonly [string, Stop][] =>
  list.split(' ').map((word) => [word, stop]);

/** Words (in lower case) that are written with a full stop. */
export const ABBREVIATIONS: ReadonlyMap<string, Stop> = new Map([
  ...of('never', 'mr mrs ms mx dr prof messrs mme mlle rev hon gen col lt cmdr capt sgt maj adm gov sen rep'),
  ...of('never', 'pres supt insp vs v cf viz approx e.g i.e eg ie al ca nr dipl ing mt ft'),
  ...of('unless-figure', 'no nos pp fig figs vol art para sec ch circa est'),
  ...of(
    'before-starter',
    'co corp inc ltd llc plc llp lp bros cos mfg intl int ind inds assn assoc dept univ',
  ),
  ...of(
    'before-starter',
    'gmbh s.a s.p.a n.v b.v a.g a.s pty pte bhd tbk jr sr st esq etc dist div ave blvd rd sq',
  ),
  ...of('before-starter', 'u.s u.k u.n e.u u.a.e d.c l.a n.y a.m p.m a.d b.c ph.d m.d b.a m.a b.sc m.sc m.p'),
]);

/** Abbreviations that are such only with a capital: «Sat.», «Mar.» (not «sat», «mar»). */
export const CAPITAL_ABBREVIATIONS: ReadonlyMap<string, Stop> = new Map([
  ...of(
    'before-starter',
    'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun',
  ),
  ...of(
    'before-starter',
    'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont',
  ),
  ...of('before-starter', 'Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Sask'),
]);

/** Words that, with a capital, start a sentence rather than go on with a name. */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'The A An It Its In On At By For From With Of To As If But And Or So Yet Nor He She They We I You This That These ' +
    'Those There Here His Her Their Our My Your When While Where Who What Why How Which After Before Since Until ' +
    'During Under Over Between Among About Although Though Because Despite However Meanwhile Instead Also Only Not ' +
    'No Now Then Still Both Each Every All Some Many Most Several Few Another Such One Two Three Last Next Earlier ' +
    'Later Analysts Shares Sources Executives Officials Investors According Asked Once Unlike Without Within ' +
    'Nevertheless Moreover Furthermore Separately Even Just Other Others Today Yesterday Tomorrow'
  ).split(' '),
);
