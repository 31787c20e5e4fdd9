import { Command } from 'commander';
import { createReader } from '../../artifacts/reader.ts';
import { judgeSnapshot } from '../../jobs/judge-snapshot.ts';
import type { Services } from '../../jobs/services.ts';
import { outcomeTitles } from '../../model/check.ts';
import { GongkaiError } from '../../model/errors.ts';
import type { Judgement } from '../../model/judgement.ts';
import { openServices } from '../services.ts';

interface RejudgeOptions {
  readonly run?: string;
  readonly catalogue?: string;
  readonly compare?: true;
  readonly json?: true;
}

/** One check that is judged differently now. */
interface Change {
  readonly unit: string;
  readonly check: string;
  readonly before: string;
  readonly after: string;
  readonly message: string;
}

/** `rejudge`: stored snapshots again, with today's or a named catalogue; nobody is visited. */
export function rejudgeCommand(): Command {
  return new Command('rejudge')
    .description('用现在的（或指定的）检查项重新判定已存的快照，不再访问网站')
    .option('--run <id>', '哪一次检查（默认最近一次）')
    .option('--catalogue <folder>', '检查项文件夹（默认随程序提供的）')
    .option('--compare', '只比较差别，不改动已存的结果')
    .option('--json', '只输出 JSON')
    .action(rejudge);
}

async function rejudge({ run: id, catalogue, compare, json }: RejudgeOptions): Promise<void> {
  const services = await openServices(catalogue ? { catalogueFolder: catalogue } : {});
  try {
    const { store } = services;
    const run = id ? await store.run(id) : await store.latestRun();
    if (!run) throw new GongkaiError('RUN_UNKNOWN', id ? `没有编号为“${id}”的运行。` : '还没有运行过检查，请先运行 gongkai audit。');
    const changes: Change[] = [];
    const judgements = await store.judgementsOf(run.id);
    for (const before of judgements) {
      const after = await judgeAgain(services, before, run.asOf);
      if (!after) continue;
      changes.push(...changesBetween(before, after));
      if (!compare) await store.saveJudgement(after);
    }
    if (json)
      process.stdout.write(
        `${JSON.stringify({ run: run.id, catalogue: services.catalogue.version, judged: judgements.length, changes }, null, 2)}\n`,
      );
    else print(changes, judgements.length);
  } finally {
    await services.close();
  }
}

async function judgeAgain(services: Services, before: Judgement, asOf: string): Promise<Judgement | null> {
  const { store, vocabulary, catalogue, now } = services;
  const [snapshot, unit, roster] = await Promise.all([store.snapshot(before.snapshotId), store.unit(before.unitId), store.units()]);
  if (!snapshot || !unit) return null;
  const earlier = await store.earlierLooks(snapshot.id, 10);
  const judged = await judgeSnapshot(services, {
    snapshot,
    unit,
    roster,
    reader: createReader(vocabulary, { today: asOf }),
    asOf,
    earlier,
  });
  return { ...before, catalogue: catalogue.version, judgedAt: new Date(now()).toISOString(), ...judged };
}

function changesBetween(before: Judgement, after: Judgement): readonly Change[] {
  const earlier = new Map(before.findings.map(finding => [finding.check, finding]));
  return after.findings.flatMap(({ check, outcome, message }) => {
    const was = earlier.get(check);
    if (was?.outcome === outcome) return [];
    return [{ unit: after.unitId, check, before: was ? outcomeTitles[was.outcome] : '—', after: outcomeTitles[outcome], message }];
  });
}

function print(changes: readonly Change[], judged: number): void {
  for (const { unit, check, before, after, message } of changes)
    process.stdout.write(`${unit}\t${check}\t${before} → ${after}\t${message}\n`);
  process.stdout.write(`重新判定了 ${judged} 个单位，${changes.length} 项结论有变化。\n`);
}
