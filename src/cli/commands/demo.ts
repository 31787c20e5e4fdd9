import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { serveGuide } from '../../../fixtures/city/guide/serve-guide.ts';
import { nightCount, usualNight } from '../../../fixtures/city/nights.ts';
import { type City, startCity } from '../../../fixtures/city/serve.ts';
import { loadCatalogue } from '../../config/load-catalogue.ts';
import { GongkaiError } from '../../model/errors.ts';
import { shipped } from '../../package.ts';
import { formats } from '../../report/index.ts';
import { renderRun } from '../../report/terminal.ts';
import { portNumber, positiveInteger } from '../arguments.ts';
import { onInterrupt } from '../interrupt.ts';
import { openServices } from '../services.ts';
import { writeReport } from '../write-report.ts';
import { runAudit } from './audit.ts';

interface DemoOptions {
  readonly output: string;
  readonly night: number;
  readonly serve?: true;
  readonly port: number;
}

/** `demo`: the simulated city of Minghu, audited end to end, or shown to a person. Nothing leaves the machine. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('对模拟的明湖市做一次完整检查（不访问外部网络）')
    .option('-o, --output <folder>', '报告文件夹', 'out/demo')
    .option('--night <n>', `模拟城市的第几夜，1—${nightCount}（2026年11月的每一天）`, night, usualNight)
    .option('--serve', '不做检查，打开导览：在浏览器里看模拟城市的每个网站、埋设的问题和应有的结论')
    .option('--port <port>', '导览的端口', portNumber, 8700)
    .action(async (options: DemoOptions) => {
      const city = await startCity({ night: options.night });
      try {
        await (options.serve ? showCity(city, options.port) : auditCity(city, options.output));
      } finally {
        await city.close();
      }
    });
}

function night(text: string): number {
  const value = positiveInteger(text);
  if (value > nightCount) throw new InvalidArgumentError(`应为1—${nightCount}之间的整数。`);
  return value;
}

const portTroubles = { EADDRINUSE: '已被占用', EACCES: '不允许普通用户使用' } as const;

async function showCity(city: City, port: number): Promise<void> {
  const { checks } = loadCatalogue(shipped('checks'));
  const guide = await serveGuide(
    city,
    checks.map(({ spec }) => spec),
    port,
  ).catch(cause => {
    const why = portTroubles[cause.code as keyof typeof portTroubles];
    throw why === undefined ? cause : new GongkaiError('SETTINGS_INVALID', `端口${port}${why}，请用 --port 换一个。`, { cause });
  });
  process.stdout.write(`明湖市导览：${guide.url}（按 Ctrl-C 结束）\n`);
  const { signal, release } = onInterrupt();
  await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()));
  release();
  await guide.close();
}

async function auditCity(city: City, output: string): Promise<void> {
  const services = await openServices({
    city,
    override: settings => ({ ...settings, dataFolder: join(settings.dataFolder, 'demo') }),
  });
  try {
    await services.store.saveUnits(city.roster);
    const report = await runAudit(services, { asOf: city.asOf });
    process.stdout.write(renderRun(report, { colour: process.stdout.isTTY === true, width: process.stdout.columns ?? 100 }));
    for (const { extension, title, render } of Object.values(formats)) {
      const file = join(output, `minghu-${city.asOf}.${extension}`);
      writeReport(file, render(report));
      process.stdout.write(`${title}：${file}\n`);
    }
    // Faults are planted in the city: finding them is success here.
    if (process.exitCode === 1) process.exitCode = 0;
  } finally {
    await services.close();
  }
}
