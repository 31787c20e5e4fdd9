import { Command, Option } from 'commander';
import { runReport } from '../../jobs/run-report.ts';
import { GongkaiError } from '../../model/errors.ts';
import { type FormatName, formats } from '../../report/index.ts';
import { openServices } from '../services.ts';
import { writeReport } from '../write-report.ts';

interface ReportOptions {
  readonly format: FormatName;
  readonly run?: string;
  readonly unit?: string;
  readonly output?: string;
}

/** `report`: a stored run as a file. */
export function reportCommand(): Command {
  return new Command('report')
    .description('把一次检查的结果写成报告')
    .addOption(new Option('--format <format>', '格式').choices(Object.keys(formats)).default('html'))
    .option('--run <id>', '哪一次检查（默认最近一次）')
    .option('--unit <id>', '只要这个单位')
    .option('-o, --output <file>', '写入文件（默认输出到屏幕）')
    .action(async ({ format, run, unit, output }: ReportOptions) => {
      const { store, close } = await openServices();
      try {
        const report = await runReport(store, run ?? null);
        const units = unit ? report.units.filter(({ unit: { id } }) => id === unit) : report.units;
        if (unit && units.length === 0) throw new GongkaiError('UNIT_UNKNOWN', `这次检查里没有编码为“${unit}”的单位。`);
        const text = formats[format].render({ ...report, units });
        if (output) writeReport(output, text);
        else process.stdout.write(text);
      } finally {
        await close();
      }
    });
}
