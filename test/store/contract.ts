import type { Dialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { testHistory } from './contract-history.ts';
import { testLinks } from './contract-links.ts';
import { testSaving } from './contract-saving.ts';
import { judgement, run, snapshot, unit } from './samples.ts';

export interface Database {
  /** An empty database. */
  readonly fresh: () => Dialect | Promise<Dialect>;
  /** The database that `fresh` gave last, opened once more after it was closed; null when closing it is its end. */
  readonly again: (() => Dialect | Promise<Dialect>) | null;
}

/** The store under test, and what most tests begin with. */
export interface Subject {
  readonly store: () => Store;
  /** A run with one snapshot per unit, ready to be judged. `day`: of November 2026. */
  begin(runId: string, day: number, ...unitIds: string[]): Promise<void>;
  /** A run over the unit `a`, judged and finished. */
  night(runId: string, day: number, ...findings: Finding[]): Promise<void>;
}

/** What every store must do, whatever lies under it. */
export function testStore({ fresh, again }: Database) {
  let store: Store;
  let now: Date;
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeEach(async () => {
    now = new Date('2026-11-20T18:00:00Z');
    store = await openStore(await fresh(), { now: () => now });
  }, 60_000);
  afterEach(() => store.close(), 60_000);

  const begin: Subject['begin'] = async (runId, day, ...unitIds) => {
    await store.beginRun(run(runId, day));
    for (const id of unitIds) await store.saveSnapshot(snapshot(`${runId}-${id}`, id, day), runId);
  };
  const night: Subject['night'] = async (runId, day, ...findings) => {
    await begin(runId, day, 'a');
    await store.saveJudgement(judgement(runId, 'a', `${runId}-a`, { findings }));
    await store.finishRun(runId, `2026-11-${day}T19:00:00.000Z`);
  };

  describe('runs', () => {
    test('begin, end and come back, the newest first', async () => {
      await store.beginRun(run('r1', 18));
      expect(await store.run('r1')).toEqual({ ...run('r1', 18), state: 'running', finishedAt: null });
      await store.finishRun('r1', '2026-11-18T20:00:00.000Z');
      await store.beginRun(run('r2', 19));
      await store.interruptRun('r2', '2026-11-19T20:00:00.000Z');

      const first = { ...run('r1', 18), state: 'finished', finishedAt: '2026-11-18T20:00:00.000Z' };
      const second = { ...run('r2', 19), state: 'interrupted', finishedAt: '2026-11-19T20:00:00.000Z' };
      expect(await store.runs()).toEqual([second, first]);
      expect(await store.latestRun()).toEqual(second);
      expect(await store.latestRun('finished')).toEqual(first);
      expect(await store.latestRun('running')).toBeNull();
      expect(await store.run('r3')).toBeNull();
    });

    test('two cannot overlap', async () => {
      await store.beginRun(run('r1'));
      await expect(store.beginRun(run('r2'))).rejects.toMatchObject({ code: 'STORE_LOCKED', message: expect.stringContaining('r1') });
      expect(await store.run('r2')).toBeNull();
      await store.finishRun('r1', '2026-11-20T20:00:00.000Z');
      await store.beginRun(run('r2'));
      expect((await store.latestRun('running'))?.id).toBe('r2');
    });

    test('one that was interrupted can be resumed', async () => {
      await begin('r1', 20, 'a', 'b');
      await store.saveJudgement(judgement('r1', 'a', 'r1-a'));
      await store.interruptRun('r1', '2026-11-20T20:00:00.000Z');
      await store.resumeRun('r1');
      expect(await store.run('r1')).toMatchObject({ state: 'running', finishedAt: null });
      expect(await store.finishedUnits('r1')).toEqual(['a']);
      await expect(store.beginRun(run('r2'))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
    });

    test('one that nobody knows can be neither resumed nor finished, and holds nothing', async () => {
      await expect(store.resumeRun('r9')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
      await expect(store.finishRun('r9', '2026-11-20T20:00:00.000Z')).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
      await store.beginRun(run('r1'));
    });

    test('one that cannot begin holds nothing', async () => {
      await night('r1', 20);
      await expect(store.beginRun(run('r1'))).rejects.toThrow();
      expect(await store.run('r1')).toMatchObject({ state: 'finished' });
      await store.beginRun(run('r2'));
    });

    test('one that has been silent for long is succeeded, and may not write any more', async () => {
      await begin('r1', 20, 'a', 'b');
      await store.saveJudgement(judgement('r1', 'a', 'r1-a'));
      later(4);
      await expect(store.beginRun(run('r2', 21))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      later(2);
      await store.beginRun(run('r2', 21));

      expect(await store.run('r1')).toMatchObject({ state: 'interrupted', finishedAt: null });
      await expect(store.saveJudgement(judgement('r1', 'b', 'r1-b'))).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      await expect(store.saveSnapshot(snapshot('late', 'b'), 'r1')).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      await expect(store.finishRun('r1', '2026-11-20T20:00:00.000Z')).rejects.toMatchObject({ code: 'STORE_LOCKED' });
      expect(await store.run('r1')).toMatchObject({ state: 'interrupted' });
      expect(await store.finishedUnits('r1')).toEqual(['a']);

      await store.finishRun('r2', '2026-11-21T20:00:00.000Z');
      await store.resumeRun('r1');
      await store.saveJudgement(judgement('r1', 'b', 'r1-b'));
    });
  });

  const subject: Subject = { store: () => store, begin, night };
  testSaving(subject);
  testHistory(subject);
  testLinks(subject);

  test.skipIf(again === null)('opened again, it is as it was, and a run that was left open can be resumed', async () => {
    await store.saveUnits([unit('a')]);
    await begin('r1', 20, 'a');
    await store.saveJudgement(judgement('r1', 'a', 'r1-a'));
    await store.close();

    store = await openStore(await again!(), { now: () => now });
    expect(await store.units()).toEqual([unit('a')]);
    expect(await store.run('r1')).toMatchObject({ state: 'interrupted', finishedAt: now.toISOString() });
    expect(await store.judgementsOf('r1')).toEqual([judgement('r1', 'a', 'r1-a')]);
    await store.resumeRun('r1');
    expect(await store.finishedUnits('r1')).toEqual(['a']);
  });
}
