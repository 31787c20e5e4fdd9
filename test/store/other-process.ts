import { openStore } from '../../src/store/open-store.ts';
import { sqliteDialect } from '../../src/store/sqlite.ts';
import { judgement, run, snapshot } from './samples.ts';

/** `open`: opens the database. `hold`: begins a run, finishes one unit of two and stays. Says `ready` and waits to be killed. */
const [what, file] = process.argv.slice(2);
const store = await openStore(sqliteDialect(file!));
if (what === 'hold') {
  await store.beginRun(run('held'));
  await store.saveSnapshot(snapshot('held-a', 'a'), 'held');
  await store.saveJudgement(judgement('held', 'a', 'held-a'));
  await store.saveSnapshot(snapshot('held-b', 'b'), 'held');
}
console.log('ready');
setInterval(() => {}, 60_000);
