import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { check } from '../../server/src/checker.ts';
import { readFacts } from '../../server/src/facts/readFacts.ts';

// Bundled names that are ordinary words, or part of other names, in drafts that name the firm itself as well.
const FOLDER = join('server', 'facts');
const { facts } = readFacts(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.facts.json'))
    .map((name) => ({ path: name, text: readFileSync(join(FOLDER, name), 'utf8') })),
);

const DRAFTS = `
Twitter became X in 2023. Generation X was born in 1970, and Malcolm X was born in 1925. Planet X was found in 2003.
Apple said its iPhone sold well. An Apple pie costs $4, and Apple harvests began in 1850.
Amazon.com opened a depot. The Amazon was settled in 1750, and Amazon deforestation rose 22%. The Amazon rainforest was founded as a park in 1990.
Meta Platforms cut staff. Meta analysis was founded in 1976.
Visa Inc. reported results. Visa applications began in 1990, and Visa fees were established in 1921.
Shell plc raised its dividend. Shell companies were founded in 2004. Shell scripts began in 1979.
Orange S.A. sold shares. Orange County was founded in 1889. Orange groves were established in 1870.
Block, Inc. bought Bitcoin. Block 9 was sold in 1998. Block Island was founded in 1661.
Arm Holdings plc listed in New York. The Arm of God was founded in 1900. The Arm Wrestling Federation was founded in 1967.
Oracle Corporation moved to Austin. The Oracle of Delphi was established in 1400. Oracle bones began in 1250.
Alphabet Inc. owns Google. Alphabet soup was founded in 1880. The Latin Alphabet began in 700.
Continental AG shed staff. Continental breakfasts began in 1896. Continental Airlines was founded in 1934.
Chevron bought Hess. Chevron patterns were founded in 1903. Chevron signs were established in 1950.
Delta Air Lines ordered jets. The Delta was settled in 1850. The Mekong Delta was founded in 1698. The Delta variant began in 2020.
Ferrari sold cars. Enzo Ferrari was born in 1898, and Ferrari Brothers Bakery was founded in 1920.
Fox Corporation named a chief. Fox hunting began in 1534. The Fox Theatre opened in 1929. Vicente Fox was born in 1942.
Siemens sold a unit. Werner von Siemens was born in 1816.
Tesla sells cars. Nikola Tesla was born in 1856, and the Tesla coil was invented in 1891.
Disney cut jobs. Walt Disney was born in 1901, and Roy Disney died in 1971.
Ford cut jobs. Henry Ford was born in 1863. Harrison Ford was born in 1942. President Ford took office in 1974.
Horse Powertrain opened a plant. Horse racing began in 1750, and Horse sales rose 15%.
Slack Technologies grew. Slack demand began in 2020. Slack water lasts 20 minutes.
Hess Corporation was bought. Rudolf Hess was born in 1894. Hess was founded in 1933 by Leon Hess.
Juniper Networks was bought. Juniper berries were founded in 1900. Juniper Street was established in 1850.
News Corp sells papers. News broke in 1999. Fox News was founded in 1996, and Sky News began in 1989.
Mobilize rents cars. Mobilize voters, said the group, founded in 1990.
Alpine sells cars. Alpine meadows began in 1900. Alpine skiing was founded in 1924. Alpine County was established in 1864.
Ampere was dissolved. André-Marie Ampère was born in 1775. The Ampere was established as a unit in 1881.
Lotus Cars sold 100 cars. The Lotus flower was founded in 1900. Lotus 1-2-3 was launched in 1983.
Lucid Motors lost money. Lucid dreams began in 1913. 
The Nikkei fell 2.3% to 38,000. The Nikkei began in 1950. Nikkei, the newspaper, was founded in 1876.
Nasdaq Inc. raised fees. The Nasdaq rose 1.2% to a record, and the Nasdaq 100 began in 1985. The Nasdaq Composite was founded in 1971.
Goldman Sachs advised. Marcus Goldman was born in 1821.
Renault sells cars. Louis Renault was born in 1877. Captain Renault was played by Claude Rains in 1942.
Honda sells cars. Soichiro Honda was born in 1906 and Honda Motor grew; Honda Aircraft was founded in 2006.
Toyota sells cars. Toyota City was founded in 1951. Kiichiro Toyoda founded it. Toyota Industries was founded in 1926.
Kering sells bags. Gucci was founded in 1921 by Guccio Gucci. Aldo Gucci was born in 1905.
Bosch sells drills. Robert Bosch was born in 1861. Hieronymus Bosch was born in 1450.
Reuters reported it. Paul Reuter was born in 1816. Reuters photographers won in 2018.
Instagram grew 5%. Slack grew 10%. X grew 4%. Meta grew 22%.
The arm of the chair was 34% wider. Block trades rose 12% on Monday, and Block 9 was sold in 1998. Shell companies were founded in 2004. Orange juice futures fell 3%. Orange County was founded in 1901.
The Gap between them narrowed to 5%. Target prices were cut by 10%. Apple pie costs $4; Apple harvests fell 30% in 2021. Amazon rainforest losses rose 22%; the Amazon basin holds 10% of all species. Next year begins in 2027. Boots on the ground: 3,000. The Delta of the Nile was settled in 1850. Ford's river crossing opened in 1952. Oracle of Delphi was consulted in 1901. Alphabet soup was invented in 1880. Alpine meadows cover 40% of the canton. Ampere hours: 3,500. Horse racing began in 1750. Horse sales rose 15%. Continental breakfast costs $12. Chevron patterns were used in 1903. Lucid dreams occur in 11% of people. Proton beams were first used in 1954. Lotus flowers cover 20% of the lake. Magnum bottles hold 1.5 litres. Beats per minute: 120. Slack water lasts 20 minutes. Tableau vivant was popular in 1830. Juniper berries fell 6%. Fox hunting was banned in 2004. News sites lost 9% of readers. Sun sets at 17:00. Spirit levels were made in 1660. Eagle eyes. Discovery came in 1492. Paramount importance. Columbia River. Frontier towns grew 4%. Progress was slow. Vision 2030. Mobilize voters, 45% of whom stayed home. Tiffany glass was made in 1899. Nikkei fell 2.3% on Friday. Nasdaq rose 1%. Dow fell 4%. AP courses were taken by 34% of pupils. Kyodo is a street. Jiji is a cat. Polo shirts. Sunrise is at 6. Stellar results. 
`
  .trim()
  .split('\n');

for (const text of DRAFTS) {
  test(text, () => {
    const { findings } = check({ path: 'a.md', text }, facts, { asOf: { year: 2026, month: 11, day: 1 } });
    assert.deepEqual(
      findings.map(({ message }) => message),
      [],
    );
  });
}
