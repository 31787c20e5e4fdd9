import { Command, Option } from 'commander';
import { auditRun, selectUnits } from '../../jobs/audit-run.ts';
import { runReport } from '../../jobs/run-report.ts';
import type { Services } from '../../jobs/services.ts';
import { GongkaiError } from '../../model/errors.ts';
import type { RunReport } from '../../model/run-report.ts';
import { type Unit, UnitType } from '../../model/unit.ts';
import { renderRunJson } from '../../report/json.ts';
import { renderRun } from '../../report/terminal.ts';
import { dayInShanghai } from '../../text/shanghai.ts';
import { day, list } from '../arguments.ts';
import { onInterrupt } from '../interrupt.ts';
import { startProgress } from '../progress.ts';
import { openServices } from '../services.ts';

interface AuditOptions {
  readonly unit?: readonly string[];
  readonly type?: UnitType;
  readonly group?: readonly string[];
  readonly asOf?: string;
  readonly resume?: true;
  readonly json?: true;
}

/** `audit`: all units, or a selection, into the database. */
export function auditCommand(): Command {
  return new Command('audit')
    .description('检查名单中的全部单位（或一部分），结果存入数据库')
    .option('--unit <ids>', '只检查这些单位编码', list)
    .addOption(new Option('--type <type>', '只检查这一类别').choices(UnitType.options))
    .option('--group <groups>', '只检查这些考评分组', list)
    .option('--as-of <date>', '按这一天判定（默认今天）', day)
    .option('--resume', '接着上次中断的检查')
    .option('--json', '只输出 JSON')
    .action(async (options: AuditOptions) => {
      const services = await openServices();
      try {
        const report = await runAudit(services, options);
        process.stdout.write(
          options.json
            ? renderRunJson(report)
            : renderRun(report, { colour: process.stdout.isTTY === true, width: process.stdout.columns ?? 100 }),
        );
      } finally {
        await services.close();
      }
    });
}

/** Runs with progress and Ctrl-C, sets the exit code, and gives the stored run back. Shared with `demo`. */
export async function runAudit(services: Services, options: AuditOptions): Promise<RunReport> {
  const { store, now } = services;
  const latest = options.resume ? await store.latestRun() : null;
  // A run that died without a word is still called running; the store's lock tells it from one that lives.
  const interrupted = latest?.state === 'finished' ? null : latest;
  if (options.resume && !interrupted) throw new GongkaiError('RUN_UNKNOWN', '没有中断的检查可以继续，请去掉 --resume 重新开始。');
  const selection = interrupted?.selection ?? {
    units: options.unit ?? [],
    types: options.type ? [options.type] : [],
    groups: options.group ?? [],
  };
  const unknown = selection.units.length > 0 ? await unknownUnits(services, selection.units) : [];
  if (unknown.length > 0)
    throw new GongkaiError('UNIT_UNKNOWN', `名单中没有编码为“${unknown.join('、')}”的单位，请用 gongkai units list 查看。`);

  const runId = interrupted?.id ?? new Date(now()).toISOString().replaceAll(/[-:]/g, '').slice(0, 15);
  const { signal, release } = onInterrupt();
  let broken: readonly Unit[] = [];
  const progress = startProgress('检查单位', selectUnits(await store.units(), selection).length);
  try {
    broken = await auditRun(services, {
      runId,
      asOf: interrupted?.asOf ?? options.asOf ?? dayInShanghai(now()),
      selection,
      resume: interrupted ? 'resume' : 'begin',
      signal,
      onUnit: ({ unit }, done) => progress.update(done, unit.name),
    });
  } finally {
    progress.stop();
    release();
  }
  const report = await runReport(store, runId);
  if (broken.length > 0) process.stderr.write(`${broken.map(({ name }) => name).join('、')}因程序内部错误没有查成，请把日志发给开发者。\n`);
  process.exitCode =
    signal.aborted || broken.length > 0
      ? 2
      : report.units.some(({ findings }) => findings.some(({ outcome }) => outcome === 'fail'))
        ? 1
        : 0;
  return report;
}

async function unknownUnits({ store }: Services, ids: readonly string[]): Promise<readonly string[]> {
  const known = new Set((await store.units()).map(({ id }) => id));
  return ids.filter(id => !known.has(id));
}
