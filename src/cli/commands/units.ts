import { Command, InvalidArgumentError } from 'commander';
import { readRoster } from '../../config/roster.ts';
import { compareRosters, refuseShrink } from '../../config/roster-change.ts';
import { unitTypeOf } from '../../config/roster-columns.ts';
import { templateRows } from '../../config/roster-template.ts';
import { type Unit, type UnitType, unitTypeTitles } from '../../model/unit.ts';
import type { Store } from '../../store/store.ts';
import { openServices } from '../services.ts';
import { writeTable } from '../write-table.ts';

/** What the commands reach outside themselves for. */
export interface UnitsEdges {
  /** Opens the store in which the list is kept; whoever opens closes. */
  readonly open: () => Promise<{ readonly store: RosterStore; close(): Promise<void> }>;
  readonly write: (text: string) => void;
}
type RosterStore = Pick<Store, 'saveUnits' | 'units'>;

const realEdges: UnitsEdges = { open: openServices, write: text => void process.stdout.write(text) };

/** `units import|list|validate|template`: who is judged. */
export function unitsCommand({ open, write }: UnitsEdges = realEdges): Command {
  const command = new Command('units').description('导入、查看和校验单位名单');
  const print = (lines: readonly string[]) => write(lines.map(line => `${line}\n`).join(''));
  const inStore = async (work: (store: RosterStore) => Promise<readonly string[]>) => {
    const services = await open();
    try {
      print(await work(services.store));
    } finally {
      await services.close();
    }
  };
  command
    .command('import')
    .description('导入单位名单，替换原有的名单')
    .argument('<file>', '名单文件（.xlsx、.csv 或 .yaml）')
    .option('--confirm-shrink', '确认单位减少超过五分之一')
    .action((file: string, options: ImportOptions) => inStore(store => importUnits(store, file, options)));
  command
    .command('list')
    .description('列出名单中的单位')
    .option('--type <type>', `只列这一类单位（${Object.values(unitTypeTitles).join('、')}）`, unitType)
    .option('--group <group>', '只列这一考评分组')
    .option('--json', '只输出 JSON')
    .action((options: ListOptions) => inStore(store => listUnits(store, options)));
  command
    .command('validate')
    .description('校验名单文件，不导入')
    .argument('<file>', '名单文件（.xlsx、.csv 或 .yaml）')
    .action(async (file: string) => print([`${file} 有效：${countsOf(await readRoster(file))}。`]));
  command
    .command('template')
    .description('生成空白名单，含表头和一行示例')
    .argument('<file>', '要生成的文件（.xlsx 或 .csv）')
    .action(async (file: string) => print(await writeTemplate(file)));
  return command;
}

interface ImportOptions {
  readonly confirmShrink?: true;
}

interface ListOptions {
  readonly type?: UnitType;
  readonly group?: string;
  readonly json?: true;
}

async function importUnits(store: RosterStore, file: string, { confirmShrink }: ImportOptions): Promise<readonly string[]> {
  const after = await readRoster(file);
  const before = await store.units();
  if (!confirmShrink) refuseShrink(before.length, after.length);
  await store.saveUnits(after);
  const { added, changed, removed } = compareRosters(before, after);
  const without = after.filter(({ sites }) => sites.length === 0).length;
  return [
    `已导入 ${countsOf(after)}；新增 ${added.length} 个，修改 ${changed.length} 个，移出 ${removed.length} 个。`,
    ...(without > 0 ? [`其中 ${without} 个没有填写网站首页，不会被检查。`] : []),
  ];
}

async function listUnits(store: RosterStore, { type, group, json }: ListOptions): Promise<readonly string[]> {
  const units = await store.units();
  const chosen = units.filter(unit => (type === undefined || unit.type === type) && (group === undefined || unit.group === group));
  if (json) return [JSON.stringify(chosen, null, 2)];
  if (units.length === 0) return ['还没有单位，请用 gongkai units import 导入名单。'];
  return [
    ...chosen.map(({ id, name, type, group, sites }) =>
      [id, name, unitTypeTitles[type], group ?? '', sites.map(({ url }) => url).join(' ')].join('\t'),
    ),
    `共 ${chosen.length} 个单位。`,
  ];
}

async function writeTemplate(file: string): Promise<readonly string[]> {
  await writeTable(file, templateRows, '单位名单');
  return [`已生成 ${file}。请在表头下逐行填写单位，删去示例行，再用 gongkai units import 导入。`];
}

/** 56 个单位（县区政府 12 个、部门 44 个） */
function countsOf(units: readonly Unit[]): string {
  const types = Object.entries(unitTypeTitles).map(([type, title]) => ({ title, count: units.filter(unit => unit.type === type).length }));
  const parts = types.filter(({ count }) => count > 0).map(({ title, count }) => `${title} ${count} 个`);
  return `${units.length} 个单位（${parts.join('、')}）`;
}

function unitType(word: string): UnitType {
  const type = unitTypeOf(word);
  if (type === null) throw new InvalidArgumentError(`应为${Object.values(unitTypeTitles).join('、')}之一。`);
  return type;
}
