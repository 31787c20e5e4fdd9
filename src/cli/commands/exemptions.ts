import { Command } from 'commander';
import { loadCatalogue } from '../../config/load-catalogue.ts';
import { exemptionTemplate, readExemptions } from '../../config/load-exemptions.ts';
import type { Services } from '../../jobs/services.ts';
import type { Exemption } from '../../model/exemption.ts';
import { shipped } from '../../package.ts';
import { openServices } from '../services.ts';
import { writeTable } from '../write-table.ts';

/** `exemptions import|list|validate|template`: duties from which units have been released. */
export function exemptionsCommand(): Command {
  const command = new Command('exemptions').description('导入、查看和校验不适用审批：哪个单位的哪个检查项经批准不适用');
  command
    .command('import')
    .description('导入不适用审批表，替换原有的；已存的检查结果不变')
    .argument('<file>', '审批表文件（.xlsx 或 .csv）')
    .action((file: string) => withServices(services => importFrom(services, file)));
  command
    .command('list')
    .description('列出不适用审批')
    .option('--json', '只输出 JSON')
    .action(({ json }: { readonly json?: true }) =>
      withServices(async ({ store }) => {
        const exemptions = await store.exemptions();
        return json ? [JSON.stringify(exemptions, null, 2)] : [...exemptions.map(line), `共 ${exemptions.length} 项。`];
      }),
    );
  command
    .command('validate')
    .description('校验不适用审批表，不导入')
    .argument('<file>', '审批表文件（.xlsx 或 .csv）')
    .action((file: string) => withServices(async services => [`${file} 有效：${(await read(services, file)).length} 项。`]));
  command
    .command('template')
    .description('生成空白的不适用审批表，含表头和一行示例')
    .argument('<file>', '要生成的文件（.xlsx 或 .csv）')
    .action(writeTemplate);
  return command;
}

async function importFrom(services: Services, file: string): Promise<readonly string[]> {
  const exemptions = await read(services, file);
  await services.store.saveExemptions(exemptions);
  return [`已导入 ${exemptions.length} 项不适用审批。对已存的检查结果重新判定，请用 gongkai rejudge。`];
}

async function read({ store }: Services, file: string): Promise<readonly Exemption[]> {
  const units = await store.units();
  const { checks } = loadCatalogue(shipped('checks'), { unconfirmed: 'include' });
  return readExemptions(file, { units: new Set(units.map(({ id }) => id)), checks: new Set(checks.map(({ spec }) => spec.id)) });
}

const line = ({ unit, check, reason, approvedBy, on, from, until }: Exemption): string =>
  [unit, check, reason, `${approvedBy}于${on}批准`, `${from}至${until}`].join('\t');

async function writeTemplate(file: string): Promise<void> {
  await writeTable(file, exemptionTemplate, '不适用审批');
  print([`已生成 ${file}。请在表头下逐行填写，删去示例行，再用 gongkai exemptions import 导入。`]);
}

async function withServices(work: (services: Services) => Promise<readonly string[]>): Promise<void> {
  const services = await openServices();
  try {
    print(await work(services));
  } finally {
    await services.close();
  }
}

const print = (lines: readonly string[]): void => void process.stdout.write(lines.map(text => `${text}\n`).join(''));
