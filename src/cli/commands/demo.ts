import { join } from 'node:path';
import { Command } from 'commander';
import { startCity } from '../../../fixtures/city/serve.ts';
import { formats } from '../../report/index.ts';
import { renderRun } from '../../report/terminal.ts';
import { openServices } from '../services.ts';
import { writeReport } from '../write-report.ts';
import { runAudit } from './audit.ts';

/** `demo`: the simulated city of Minghu, audited end to end. Nothing leaves the machine. */
export function demoCommand(): Command {
  return new Command('demo')
    .description('对模拟的明湖市做一次完整检查（不访问外部网络）')
    .option('-o, --output <folder>', '报告文件夹', 'out/demo')
    .action(async ({ output }: { output: string }) => {
      const city = await startCity();
      const services = await openServices({
        world: city.world,
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
        await city.close();
      }
    });
}
