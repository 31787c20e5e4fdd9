/**
 * Audits the simulated city on two nights that follow each other, in one data folder, and prints what each night cost as one line of JSON.
 * Usage: node nights.ts [unit ids, separated by commas]
 */
import { auditNights } from '../accuracy/audit-nights.ts';
import type { NightFigures } from './result.ts';

const [ids = ''] = process.argv.slice(2);
const firstNight = 20;

const { nights } = await auditNights({
  audited: ids.split(',').filter(id => id !== ''),
  nights: [firstNight, firstNight + 1],
});

const figures = nights.map(
  ({ night, seconds, units, traffic }): NightFigures => ({
    night,
    units: units.length,
    seconds: Math.round(seconds * 100) / 100,
    ...traffic,
  }),
);
process.stdout.write(`${JSON.stringify(figures)}\n`);
