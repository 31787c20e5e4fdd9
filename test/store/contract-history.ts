import { describe, expect, test } from 'vitest';
import type { JudgedLook } from '../../src/model/judgement.ts';
import type { Subject } from './contract.ts';
import { finding, judgement, run, snapshot } from './samples.ts';

/** What is compared with what. */
export function testHistory({ store, begin, night }: Subject) {
  describe('what came before', () => {
    const checks = (looks: readonly JudgedLook[]) => looks.map(({ snapshotId, findings }) => [snapshotId, findings[0]?.check]);

    test('is the last earlier run that looked at the unit', async () => {
      await night('r1', 18, finding('first'));
      await night('r2', 19, finding('second'));
      await begin('r3', 20, 'b');
      expect((await store().previousJudgement('a', 'r3'))?.findings[0]?.check).toBe('second');
      expect((await store().previousJudgement('a', 'r2'))?.findings[0]?.check).toBe('first');
      expect(await store().previousJudgement('a', 'r1')).toBeNull();
      expect(await store().previousJudgement('b', 'r3')).toBeNull();
    });

    test('is from another snapshot: judging again is not looking again', async () => {
      await night('r1', 18, finding('first'));
      await night('r2', 19, finding('second'));
      await store().beginRun(run('r3', 20));
      await store().saveJudgement(judgement('r3', 'a', 'r2-a', { findings: [finding('third')] }));
      expect((await store().previousJudgement('a', 'r3'))?.findings[0]?.check).toBe('first');
    });

    test('for settling: earlier judged looks at the unit, the newest first, as many as asked for', async () => {
      await night('r1', 17, finding('first'));
      await night('r2', 18, finding('second'));
      await store().saveSnapshot(snapshot('never-judged', 'a', 19), null);
      await begin('r3', 20, 'a', 'b');

      expect(checks(await store().earlierLooks('r3-a', 10))).toEqual([
        ['r2-a', 'second'],
        ['r1-a', 'first'],
      ]);
      expect((await store().earlierLooks('r3-a', 1)).map(({ lookedAt }) => lookedAt)).toEqual(['2026-11-18T18:00:00.000Z']);
      expect(checks(await store().earlierLooks('r2-a', 10))).toEqual([['r1-a', 'first']]);
      expect(await store().earlierLooks('r3-b', 10)).toEqual([]);
      expect(await store().earlierLooks('unknown', 10)).toEqual([]);
    });

    test('for the next night: the newest look in which the site was seen, whatever else was looked at since', async () => {
      expect(await store().latestSeen('a')).toBeNull();
      await night('r1', 17, finding('first'));
      await night('r2', 18, finding('second'));
      await begin('r3', 19);
      await store().saveSnapshot(snapshot('r3-a', 'a', 19, { stoppedBecause: 'unreachable' }), 'r3');
      await store().saveJudgement(judgement('r3', 'a', 'r3-a', { findings: [finding('third')] }));
      await store().saveSnapshot(snapshot('never-judged', 'a', 20), null);
      const { snapshotId, findings } = (await store().latestSeen('a'))!;
      expect([snapshotId, findings[0]?.check]).toEqual(['r2-a', 'second']);
    });

    test('for settling: each look as it was judged last', async () => {
      await night('r1', 18, finding('first'));
      await begin('r2', 19, 'a');
      await store().saveJudgement(judgement('r2', 'a', 'r1-a', { judgedAt: '2026-11-21T18:00:00.000Z', findings: [finding('better')] }));
      expect(checks(await store().earlierLooks('r2-a', 10))).toEqual([['r1-a', 'better']]);
    });
  });
}
