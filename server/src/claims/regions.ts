/**
 * Names of countries (from the platform's own tables), and of the parts of countries that copy says companies are «based» in.
 * A company based in a region is no contradiction to the town in the facts.
 */

const STATES =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba victoria queensland england scotland wales bavaria saxony hesse lombardy piedmont tuscany catalonia andalusia flanders wallonia brittany normandy hokkaido kyushu guangdong zhejiang jiangsu maharashtra karnataka gujarat europe asia africa america scandinavia uk us usa u.s. britain'.split(
    ' ',
  );

let names: Set<string> | undefined;

/** «West Germany», «Northern Ireland», «upstate New York»: a part of a region is one too. */
const PART_OF =
  /^(?:(?:north|south)?(?:east|west)?(?:ern)?|central|upper|lower|upstate|inner|greater|former) /;

/** «Silicon Valley», «the Bay Area»: a noun for a stretch of land ends the name of no one town. */
const STRETCH = / (?:valley|area|midlands|coast|county|region|peninsula|province|district)$/;

/** Whether a name is that of a country, a state or another region. */
export function isRegion(name: string): boolean {
  names ??= new Set([...STATES, ...countries()]);
  const lower = name.toLowerCase();
  return STRETCH.test(lower) || names.has(lower) || names.has(lower.replace(PART_OF, ''));
}

function* countries(): Iterable<string> {
  const display = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (let first = 65; first <= 90; first += 1) {
    for (let second = 65; second <= 90; second += 1) {
      const name = display.of(String.fromCharCode(first, second));
      if (name) yield name.toLowerCase();
    }
  }
}
