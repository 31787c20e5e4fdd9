import { growSite } from '../../fixtures/city/grow/site.ts';
import { dayOfNight, usualNight } from '../../fixtures/city/nights.ts';
import type { FamilyName } from '../../fixtures/city/plan.ts';
import { planOfNight } from '../../fixtures/city/plan-of-night.ts';
import { fileLink } from '../../fixtures/city/routes.ts';
import { allColumns, type Site } from '../../fixtures/city/site.ts';
import type { Family } from '../../fixtures/city/templates/family.ts';
import { families } from '../../fixtures/city/templates/index.ts';
import { type CityUnit, readCityUnit } from '../../fixtures/city/unit-file.ts';

/** What a site should offer, with absolute addresses. */
export interface Expected {
  readonly site: Site;
  readonly home: string;
  /** Address of the disclosure section. */
  readonly landing: string;
  readonly columns: readonly { readonly column: number; readonly title: string; readonly address: string }[];
  /** Links that lead to no page of the site's own. */
  readonly away: readonly { readonly title: string; readonly address: string }[];
  readonly entries: readonly { readonly title: string; readonly date: string; readonly address: string; readonly file: string | null }[];
  /** Home, every page of every column, every article. */
  readonly addresses: readonly string[];
}

/** Where sections of shared platforms live; every other family has a host of its own. */
const sections: Readonly<Partial<Record<FamilyName, { readonly host: string; readonly base: string }>>> = {
  platform: { host: 'xxgk.minghu.gov.cn', base: '/openness/yangben' },
  province: { host: 'xxgk.canglan.gov.cn', base: '/xxgk/349901' },
};

/** An invented unit that has something of everything, in the dress of one family. */
export function sampleUnit(family: FamilyName, { missing = '404' }: { readonly missing?: '404' | 'soft' } = {}): CityUnit {
  const { host, base } = sections[family] ?? { host: `${family}.minghu.gov.cn`, base: '' };
  const source = `id: yangben
name: 明湖市样本局
aliases: [市样本局]
type: department
group: 一类部门
powers: [permits, penalties, procurement, budget, normative-docs, statistics, emergency]
parent: null
host: ${host}
base: '${base}'
family: ${family}
address: 沧澜省明湖市样本路7号
exchange: '8099'
duties: [拟订样本工作规划, 指导样本采集]
topics: [样本采集, 样本保存, 样本交换]
leaders: [样一明, 样二亮]
today: true
websiteReport: true
friends: deceptive
marks: { accessibility: page, findErrors: link, partyMark: image }
quirks: { missing: '${missing}' }
items:
  leaders: { quick: true }
  emergency: { state: { is: empty, notice: 本栏目暂无信息。 } }
  statistics: { state: { is: behind-click } }
  institution: { state: { is: shell } }
extraNotices:
  - { title: 关于“样本研发（R&D）”补贴名单的公示, on: '2026-11-02', file: { form: xlsx, privacy: masked } }
homeLinks: [{ text: 样本专题, href: 'http://www.canglan.gov.cn/zt/' }]
disclosureLinks: [{ text: 样本名录, href: 'http://www.canglan.gov.cn/ml/' }]
planted: []
`;
  return readCityUnit('yangben', source);
}

/** What the site of `unit` should offer on the usual night. */
export function expectedOf(unit: CityUnit): Expected {
  const plan = planOfNight(unit, usualNight);
  const site = growSite(plan, dayOfNight(usualNight), new Map([[plan.id, plan]]));
  const family = families[plan.family];
  const absolute = (path: string) => `http://${plan.host}${path}`;
  const away = allColumns(site)
    .filter(({ kind }) => kind === 'away')
    .map(column => ({ title: column.title, address: absolute(family.columnPath(site, column, 1)) }));
  const own = allColumns(site).filter(({ kind }) => kind !== 'away');
  const columns = own.map(column => ({ column: column.id, title: column.title, address: absolute(family.columnPath(site, column, 1)) }));
  const lists = own.flatMap(column => (column.kind === 'list' ? [column] : []));
  const entries = lists.flatMap(column =>
    column.entries.map(entry => ({
      title: entry.title,
      date: entry.date,
      address: absolute(family.entryPath(site, column, entry)),
      file: entry.attachment === null ? null : absolute(fileLink(site, entry.attachment.name)),
    })),
  );
  const furtherPages = lists.flatMap(column => pagesOf(family, site, column));
  const home = absolute(family.homePath(site));
  const addresses = [
    home,
    ...columns.map(({ address }) => address),
    ...furtherPages.map(absolute),
    ...entries.map(({ address }) => address),
  ];
  return { site, home, landing: absolute(family.columnPath(site, site.disclosure, 1)), columns, away, entries, addresses };
}

function pagesOf(family: Family, site: Site, column: Site['boxes'][number] & { readonly kind: 'list' }): readonly string[] {
  const pages = Math.ceil(column.entries.length / family.pageSize);
  return Array.from({ length: Math.max(0, pages - 1) }, (_, index) => family.columnPath(site, column, index + 2));
}
