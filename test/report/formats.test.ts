import { expect, test } from 'vitest';
import { formats } from '../../src/report/index.ts';
import { cityRun, hostileRun } from './sample.ts';

test.for(Object.entries(formats))('%s names itself and renders the same run the same way', ([name, format]) => {
  expect(format.extension).toBe(name);
  expect(format.mediaType).toMatch(/^[a-z]+\/[a-z]+; charset=utf-8$/);
  expect(format.render(hostileRun)).toBe(format.render(structuredClone(hostileRun)));
  for (const { unit } of cityRun.units.filter(({ findings }) => findings.length > 0)) expect(format.render(cityRun)).toContain(unit.name);
});
