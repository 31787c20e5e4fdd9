import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, startCity } from '../../fixtures/city/serve.ts';
import { readTruth } from '../../fixtures/city/truth.ts';
import { openServices } from '../../src/cli/services.ts';
import { auditRun } from '../../src/jobs/audit-run.ts';
import { runReport } from '../../src/jobs/run-report.ts';
import type { Services } from '../../src/jobs/services.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { RunReport } from '../../src/model/run-report.ts';

const everyUnit = { units: [], types: [], groups: [] };
const folder = mkdtempSync(join(tmpdir(), 'gongkai-city-'));
let city: City;
let services: Services;
let report: RunReport;

beforeAll(async () => {
  city = await startCity();
  services = await openServices({ world: city.world, override: settings => ({ ...settings, dataFolder: folder }) });
  await services.store.saveUnits(city.roster);
  await auditRun(services, { runId: 'night', asOf: city.asOf, selection: everyUnit, resume: 'begin' });
  report = await runReport(services.store, 'night');
}, 300_000);

afterAll(async () => {
  await services.close();
  await city.close();
  rmSync(folder, { recursive: true, force: true });
});

const findingsOf = (unit: string): readonly Finding[] => report.units.find(({ unit: { id } }) => id === unit)?.findings ?? [];

describe('the audited city against the truth', () => {
  test('every unit was audited', () => {
    expect(report.units.map(({ unit }) => unit.id).toSorted()).toEqual(city.roster.map(({ id }) => id).toSorted());
  });

  test('every verdict is the one a careful inspector signed', () => {
    const wrong = [...readTruth().units].flatMap(([unit, checks]) =>
      [...checks].flatMap(([check, { outcomes, why }]) => {
        const finding = findingsOf(unit).find(one => one.check === check);
        if (!finding || outcomes.includes(finding.outcome)) return [];
        return [`${unit} ${check}: ${finding.outcome}, truth ${outcomes.join('/')} (${why ?? ''}) — ${finding.message}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('what fails says where, under which article, and what to do', () => {
    for (const { unit, findings } of report.units)
      for (const finding of findings.filter(({ outcome }) => outcome === 'fail')) {
        expect(finding.basis, unit.id).not.toBe('');
        expect(finding.remedy, unit.id).not.toBe('');
        expect(finding.evidence.length, `${unit.id} ${finding.check}`).toBeGreaterThan(0);
      }
  });

  test('one look alone confirms nothing', () => {
    const standings = report.units.flatMap(({ findings }) =>
      findings.filter(({ outcome }) => outcome === 'fail').map(({ standing }) => standing),
    );
    expect(new Set(standings)).toEqual(new Set(['provisional']));
  });
});
