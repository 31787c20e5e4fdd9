import { Command, Option } from 'commander';
import { createRobots } from '../../crawl/robots.ts';
import { hostsOf } from '../../jobs/audit-run.ts';
import { auditUnit } from '../../jobs/audit-unit.ts';
import { consentsOf } from '../../jobs/consents.ts';
import { GongkaiError } from '../../model/errors.ts';
import { Power, Unit, UnitType } from '../../model/unit.ts';
import { renderUnitHtml } from '../../report/html.ts';
import { renderUnitJson } from '../../report/json.ts';
import { renderUnit } from '../../report/terminal.ts';
import { dayInShanghai } from '../../text/shanghai.ts';
import { day, list, positiveInteger } from '../arguments.ts';
import { exitCodeOf } from '../exit-code.ts';
import { onInterrupt } from '../interrupt.ts';
import { hostsNamedBy } from '../named-hosts.ts';
import { startProgress } from '../progress.ts';
import { openServices } from '../services.ts';
import { writeReport } from '../write-report.ts';

interface CheckOptions {
  readonly html?: string;
  readonly asOf?: string;
  readonly maxPages?: number;
  readonly type: UnitType;
  readonly name?: string;
  readonly power?: readonly string[];
  readonly json?: true;
}

/** `check <unit-id or URL>`: on-demand audit of one site. */
export function checkCommand(): Command {
  return new Command('check')
    .description('检查一个单位的网站，显示结果和证据')
    .argument('<unit>', '名单中的单位编码，或网址')
    .option('--html <file>', '另存网页报告')
    .option('--as-of <date>', '按这一天判定（默认今天）', day)
    .option('--max-pages <n>', '最多查看的页面数', positiveInteger)
    .option('--no-browser', '不用浏览器渲染（现在的版本一律不用；由脚本生成的内容判为无法判定）')
    .addOption(new Option('--type <type>', '网址检查时的单位类别').choices(UnitType.options).default('department'))
    .option('--name <name>', '网址检查时的单位名称')
    .option('--power <powers>', `网址检查时单位的职权，可选 ${Power.options.join('、')}`, list)
    .option('--json', '只输出 JSON')
    .action(check);
}

async function check(target: string, options: CheckOptions): Promise<void> {
  const services = await openServices({
    override: settings => (options.maxPages ? { ...settings, crawl: { ...settings.crawl, maxPages: options.maxPages } } : settings),
  });
  const { signal, release } = onInterrupt();
  const progress = startProgress('检查', services.settings.crawl.maxPages);
  try {
    const roster = await services.store.units();
    const unit = unitFor(target, options, roster);
    const fetcher = services.createFetcher([...hostsOf(roster), ...hostsNamedBy(unit.sites[0]!.url)], consentsOf(roster));
    try {
      const report = await auditUnit(services, {
        unit,
        roster,
        asOf: options.asOf ?? dayInShanghai(services.now()),
        runId: null,
        fetcher,
        robots: createRobots(fetcher, services.settings.userAgent),
        signal,
        onLook: ({ url }, looks) => progress.update(looks, url),
      });
      progress.stop();
      if (options.html) writeReport(options.html, renderUnitHtml(report));
      process.stdout.write(
        options.json
          ? renderUnitJson(report)
          : renderUnit(report, { colour: process.stdout.isTTY === true, width: process.stdout.columns ?? 100 }),
      );
      process.exitCode = exitCodeOf(report);
    } finally {
      await fetcher.close();
    }
  } finally {
    progress.stop();
    release();
    await services.close();
  }
}

/** A unit of the roster by id; or one made for the address, which binds only what its type binds. */
function unitFor(target: string, { type, name, power = [] }: CheckOptions, roster: readonly Unit[]): Unit {
  const known = roster.find(({ id }) => id === target);
  if (known) {
    if (known.sites.length === 0)
      throw new GongkaiError('UNIT_UNKNOWN', `名单中“${known.name}”没有填写网站首页，请补上后重新导入，或直接检查网址。`);
    return known;
  }
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target))
    throw new GongkaiError('UNIT_UNKNOWN', `名单中没有编码为“${target}”的单位，它也不是完整的网址（应以 http:// 或 https:// 开头）。`);
  const powers = power.map(word => {
    const parsed = Power.safeParse(word);
    if (!parsed.success) throw new GongkaiError('USAGE', `没有“${word}”这项职权，可选：${Power.options.join('、')}。`);
    return parsed.data;
  });
  const { href, hostname } = new URL(target);
  return Unit.parse({ id: `url.${hostname}`, name: name ?? hostname, type, powers, sites: [{ url: href }] });
}
