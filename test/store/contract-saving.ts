import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { anyFindings } from './arbitraries.ts';
import type { Subject } from './contract.ts';
import { finding, judgement, look, snapshot, unit } from './samples.ts';

/** What is saved comes back, as a whole or not at all. */
export function testSaving({ store, begin }: Subject) {
  describe('units', () => {
    test('come back as they were saved, in their order', async () => {
      const units = [unit('b'), unit('a', { group: null, parent: null, powers: [], sites: [], aliases: [], type: 'township' })];
      await store().saveUnits(units);
      expect(await store().units()).toEqual(units);
      expect(await store().unit('a')).toEqual(units[1]);
      expect(await store().unit('c')).toBeNull();
    });

    test('a new list replaces the old one', async () => {
      await store().saveUnits([unit('a'), unit('b')]);
      await store().saveUnits([unit('b', { name: '新名' }), unit('c')]);
      expect((await store().units()).map(({ id, name }) => [id, name])).toEqual([
        ['b', '新名'],
        ['c', '明湖市财政局'],
      ]);
      await store().saveUnits([]);
      expect(await store().units()).toEqual([]);
    });

    test('a list that fails in the middle leaves the old one', async () => {
      await store().saveUnits([unit('a')]);
      await expect(store().saveUnits([unit('b'), unit('b')])).rejects.toThrow();
      expect(await store().units()).toEqual([unit('a')]);
    });

    test('a thousand and more are one list', async () => {
      const many = Array.from({ length: 1500 }, (_, i) => unit(`u${i}`));
      await store().saveUnits(many);
      expect(await store().units()).toEqual(many);
    });
  });

  test('exemptions come back in their order; a new table replaces the old one', async () => {
    const exemption = (check: string) => ({
      unit: 'a',
      check,
      reason: '没有该项职权',
      approvedBy: '明湖市政务公开办',
      on: '2026-01-12',
      from: '2026-01-01',
      until: '2026-12-31',
    });
    await store().saveExemptions([exemption('y'), exemption('x')]);
    expect(await store().exemptions()).toEqual([exemption('y'), exemption('x')]);
    await store().saveExemptions([exemption('x')]);
    expect(await store().exemptions()).toEqual([exemption('x')]);
    await store().saveExemptions([]);
    expect(await store().exemptions()).toEqual([]);
  });

  describe('snapshots', () => {
    test('come back as they were saved', async () => {
      const saved = snapshot('s1', 'a');
      await store().saveSnapshot(saved, null);
      expect(await store().snapshot('s1')).toEqual(saved);
      expect(await store().snapshot('s2')).toBeNull();
    });

    test('never change once they are saved', async () => {
      await store().saveSnapshot(snapshot('s1', 'a'), null);
      await store().saveSnapshot(snapshot('s1', 'a', 20, { requests: 99, looks: [look('https://www.minghu.example/other/')] }), null);
      expect(await store().snapshot('s1')).toEqual(snapshot('s1', 'a'));
    });

    test('that fail in the middle leave nothing', async () => {
      const looks = [look('https://www.minghu.example/'), look(null as unknown as string)];
      await expect(store().saveSnapshot(snapshot('s1', 'a', 20, { looks }), null)).rejects.toThrow();
      expect(await store().snapshot('s1')).toBeNull();
      await store().saveSnapshot(snapshot('s1', 'a'), null);
      expect(await store().snapshot('s1')).toEqual(snapshot('s1', 'a'));
    });

    test('the latest of a unit is the one that began last', async () => {
      await store().saveSnapshot(snapshot('s2', 'a', 19), null);
      await store().saveSnapshot(snapshot('s1', 'a', 20), null);
      await store().saveSnapshot(snapshot('s3', 'b', 21), null);
      expect(await store().latestSnapshotOf('a')).toEqual(snapshot('s1', 'a', 20));
      expect(await store().latestSnapshotOf('c')).toBeNull();
    });

    test('of a run are listed without their looks, by unit', async () => {
      await begin('r1', 20, 'b', 'B', 'a');
      await store().saveSnapshot(snapshot('on-demand', 'a'), null);
      const heads = await store().snapshotsOfRun('r1');
      expect(heads.map(({ id }) => id)).toEqual(['r1-B', 'r1-a', 'r1-b']);
      const { looks, unvisited: _, ...head } = snapshot('r1-a', 'a');
      expect(heads[1]).toEqual({ ...head, pages: looks.filter(({ purpose }) => purpose === 'page').length });
    });

    test('with thousands of looks keep them all, in their order', async () => {
      const looks = Array.from({ length: 2500 }, (_, i) => look(`https://www.minghu.example/${i}/`));
      await store().saveSnapshot(snapshot('s1', 'a', 20, { looks }), null);
      expect((await store().snapshot('s1'))?.looks).toEqual(looks);
    });

    test('text that no database keeps becomes U+FFFD instead of failing', async () => {
      const hostile = 'a\0b\uD800c😀';
      await store().saveSnapshot(
        snapshot('s1', 'a', 20, { looks: [look('https://www.minghu.example/', { anchorText: hostile, headers: { x: hostile } })] }),
        null,
      );
      const [saved] = (await store().snapshot('s1'))!.looks;
      expect(saved?.anchorText).toBe('a\uFFFDb\uFFFDc😀');
      expect(saved?.headers).toEqual({ x: hostile });
    });
  });

  describe('judgements', () => {
    beforeEach(() => begin('r1', 20, 'a', 'b'));

    test('come back as they were saved', async () => {
      const saved = judgement('r1', 'a', 'r1-a');
      await store().saveJudgement(saved);
      expect(await store().judgement('r1', 'a')).toEqual(saved);
      expect(await store().judgementsOf('r1')).toEqual([saved]);
      expect(await store().judgement('r1', 'b')).toBeNull();
      expect(await store().judgementsOf('r2')).toEqual([]);
    });

    test('without a score in points too', async () => {
      const saved = judgement('r1', 'a', 'r1-a', {
        findings: [],
        score: { scheme: 'x', value: null, grade: null, judged: 0, asked: 3, categories: [] },
      });
      await store().saveJudgement(saved);
      expect(await store().judgement('r1', 'a')).toEqual(saved);
      expect(await store().finishedUnits('r1')).toEqual(['a']);
    });

    test('any findings come back as they were saved, replacing those before', async () => {
      await fc.assert(
        fc.asyncProperty(anyFindings, async findings => {
          await store().saveJudgement(judgement('r1', 'a', 'r1-a', { findings }));
          expect((await store().judgement('r1', 'a'))?.findings).toEqual(findings);
        }),
        { numRuns: 40 },
      );
    });

    test('saving again replaces, and only there', async () => {
      await store().saveJudgement(judgement('r1', 'a', 'r1-a'));
      await store().saveJudgement(judgement('r1', 'b', 'r1-b'));
      const again = judgement('r1', 'a', 'r1-a', { catalogue: 'c2', findings: [finding('leaders', { outcome: 'unsure' })] });
      await store().saveJudgement(again);
      expect(await store().judgementsOf('r1')).toEqual([again, judgement('r1', 'b', 'r1-b')]);
    });

    test('one that fails in the middle leaves what was there', async () => {
      await store().saveJudgement(judgement('r1', 'a', 'r1-a'));
      const twice = judgement('r1', 'a', 'r1-a', { catalogue: 'c2', findings: [finding('leaders'), finding('leaders')] });
      await expect(store().saveJudgement(twice)).rejects.toThrow();
      expect(await store().judgementsOf('r1')).toEqual([judgement('r1', 'a', 'r1-a')]);

      await expect(store().saveJudgement({ ...twice, unitId: 'b' })).rejects.toThrow();
      expect(await store().finishedUnits('r1')).toEqual(['a']);
    });

    test('need their run and their snapshot', async () => {
      await expect(store().saveJudgement(judgement('r9', 'a', 'r1-a'))).rejects.toThrow();
      await expect(store().saveJudgement(judgement('r1', 'a', 's9'))).rejects.toThrow();
      expect(await store().finishedUnits('r1')).toEqual([]);
    });

    test('findings tell where they belong', async () => {
      await store().saveJudgement(judgement('r1', 'b', 'r1-b'));
      await store().saveJudgement(judgement('r1', 'a', 'r1-a'));
      const found = await store().findingsOf('r1');
      expect(found.map(({ key }) => key)).toEqual([
        'a|disclosure-guide',
        'a|annual-report-of-year',
        'b|disclosure-guide',
        'b|annual-report-of-year',
      ]);
      expect(await store().findingsOf('r1', 'b')).toEqual(found.slice(2));
      expect(found[0]).toEqual({
        key: 'a|disclosure-guide',
        runId: 'r1',
        unitId: 'a',
        snapshotId: 'r1-a',
        finding: finding('disclosure-guide'),
      });
    });

    test('outcomes are counted in numbers, those that do not occur as 0', async () => {
      await store().saveJudgement(judgement('r1', 'a', 'r1-a'));
      await store().saveJudgement(judgement('r1', 'b', 'r1-b'));
      expect(await store().countByOutcome('r1')).toEqual({ pass: 2, partial: 0, fail: 2, unsure: 0, 'not-applicable': 0 });
      expect(await store().countByOutcome('r9')).toEqual({ pass: 0, partial: 0, fail: 0, unsure: 0, 'not-applicable': 0 });
    });

    test('outlive the unit on the list', async () => {
      await store().saveUnits([unit('a')]);
      await store().saveJudgement(judgement('r1', 'a', 'r1-a'));
      await store().saveUnits([]);
      expect(await store().judgement('r1', 'a')).toEqual(judgement('r1', 'a', 'r1-a'));
    });
  });
}
