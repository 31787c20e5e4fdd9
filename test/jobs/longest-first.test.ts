import { expect, test } from 'vitest';
import { longestFirst } from '../../src/jobs/longest-first.ts';
import { openStore } from '../../src/store/open-store.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { judgement, run, snapshot, unit } from '../store/samples.ts';

const units = ['short', 'new', 'long', 'equal'].map(id => unit(id));

/** A store with a run in which some units took some minutes. */
async function storeAfter(minutes: Readonly<Record<string, number>>, end: 'finish' | 'interrupt') {
  const store = await openStore(sqliteDialect(':memory:'));
  await store.beginRun(run('r1'));
  for (const [id, count] of Object.entries(minutes)) {
    await store.saveSnapshot(snapshot(`r1-${id}`, id, 20, { finishedAt: `2026-11-20T18:0${count}:00.000Z` }), 'r1');
    await store.saveJudgement(judgement('r1', id, `r1-${id}`));
  }
  if (end === 'finish') await store.finishRun('r1', '2026-11-20T20:00:00.000Z');
  else await store.interruptRun('r1', '2026-11-20T20:00:00.000Z');
  return store;
}

test('whoever took longest in the last run comes first, after those nobody knows; equals keep their order', async () => {
  const store = await storeAfter({ short: 1, long: 9, equal: 1 }, 'finish');
  expect((await longestFirst(store, units)).map(({ id }) => id)).toEqual(['new', 'long', 'short', 'equal']);
  await store.close();
});

test.for([
  ['no run', {}],
  ['no finished run', { short: 1, long: 9 }],
] as const)('after %s the order stays', async ([, minutes]) => {
  const store = await storeAfter(minutes, 'interrupt');
  expect(await longestFirst(store, units)).toEqual(units);
  await store.close();
});
