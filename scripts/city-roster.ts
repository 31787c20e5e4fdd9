/** Writes data/rosters/minghu.yaml from the files of the simulated city: `node scripts/city-roster.ts`. */
import { writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { unitOf } from '../fixtures/city/city.ts';
import { readCityUnits } from '../fixtures/city/unit-file.ts';
import { shipped } from '../src/package.ts';

const inline = (value: unknown): string => stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim();

const units = readCityUnits()
  .map(unitOf)
  .map(({ group, parent, sites, ...unit }) => {
    const fields = {
      ...unit,
      ...(group === null ? {} : { group }),
      ...(parent === null ? {} : { parent }),
      sites: sites.map(({ url, prefixes }) => ({ url, prefixes })),
    };
    const lines = Object.entries(fields)
      .filter(([, value]) => !Array.isArray(value) || value.length > 0)
      .map(([name, value]) => `    ${name}: ${inline(value)}`);
    return lines.join('\n').replace('    ', '  - ');
  });

writeFileSync(
  shipped('data/rosters/minghu.yaml'),
  `# The simulated city of Minghu. The host names exist only inside the program (see fixtures/city/README.md).
title: 明湖市考评单位名单（模拟城市）
source: fixtures/city/units，网址只在程序内有效
units:
${units.join('\n')}
`,
);
