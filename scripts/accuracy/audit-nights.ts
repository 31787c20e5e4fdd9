import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOfNight } from '../../fixtures/city/nights.ts';
import { openServices } from '../../src/cli/services.ts';
import { auditRun } from '../../src/jobs/audit-run.ts';
import { runReport } from '../../src/jobs/run-report.ts';
import type { AuditReport } from '../../src/model/audit-report.ts';
import { Settings } from '../../src/model/settings.ts';
import { type CityNight, type CityTraffic, openCityApart } from './city-apart.ts';
import type { JudgedCheck } from './compare.ts';
import type { AuditedNight } from './result.ts';

export interface NightsInput {
  /** Ids of the units to audit; all when empty. Every other one is served and stands in the roster as well. */
  readonly audited: readonly string[];
  /** Rising, at least one. */
  readonly nights: readonly number[];
  readonly onUnit?: (night: number, report: AuditReport, done: number, of: number) => void;
}

/** What the city saw of a night is told with it. */
interface NightWithTraffic extends AuditedNight {
  readonly traffic: CityTraffic;
}

export interface AuditedNights {
  readonly catalogue: string;
  readonly checks: readonly JudgedCheck[];
  readonly nights: readonly NightWithTraffic[];
}

/**
 * Serves the whole city and audits it night after night with the program's own settings and one data folder, so that findings settle over the
 * nights as in reality. Settings of the machine do not count: the result must be the same everywhere. Leaves nothing behind.
 */
export async function auditNights(input: NightsInput): Promise<AuditedNights> {
  // The city must never be written into a real database.
  delete process.env.DATABASE_URL;
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-accuracy-'));
  try {
    return { ...(await catalogueOf(folder)), nights: await auditIn(folder, input) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function auditIn(folder: string, { audited, nights, onUnit }: NightsInput): Promise<readonly NightWithTraffic[]> {
  const city = openCityApart();
  const done: NightWithTraffic[] = [];
  try {
    for (const night of nights) {
      const audit = await auditNight(await city.show(night), { folder, audited, onUnit });
      done.push({ ...audit, traffic: await city.traffic() });
    }
    return done;
  } finally {
    await city.close();
  }
}

interface OneNight extends Pick<NightsInput, 'audited'> {
  readonly folder: string;
  readonly onUnit: NightsInput['onUnit'];
}

async function auditNight(city: CityNight, { folder, audited, onUnit }: OneNight): Promise<AuditedNight> {
  const { night, asOf } = city;
  const begun = performance.now();
  const opened = await openServices({ city, override: () => Settings.parse({ dataFolder: folder }) });
  try {
    const services = { ...opened, now: clockOf(night) };
    await services.store.saveUnits(city.roster);
    const runId = `night-${String(night).padStart(2, '0')}`;
    await auditRun(services, {
      runId,
      asOf,
      selection: { units: audited, types: [], groups: [] },
      resume: 'begin',
      onUnit: (report, count, of) => onUnit?.(night, report, count, of),
    });
    const { units } = await runReport(services.store, runId);
    return { night, asOf, seconds: (performance.now() - begun) / 1000, units };
  } finally {
    await opened.close();
  }
}

async function catalogueOf(folder: string): Promise<Pick<AuditedNights, 'catalogue' | 'checks'>> {
  const services = await openServices({ city: { world: new Map() }, override: () => Settings.parse({ dataFolder: folder }) });
  await services.close();
  return { catalogue: services.catalogue.version, checks: services.catalogue.checks.map(({ spec }) => spec) };
}

/** A clock that begins the night at one in the morning in Shanghai and goes on at its usual pace: two nights lie a day apart (law 2). */
function clockOf(night: number): () => number {
  const start = Date.parse(`${dayOfNight(night)}T01:00:00+08:00`) - Date.now();
  return () => start + Date.now();
}
