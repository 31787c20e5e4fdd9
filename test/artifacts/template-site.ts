import { belonging } from '../../src/artifacts/belonging.ts';
import { withOwnContent } from '../../src/artifacts/with-own-content.ts';
import type { Page } from '../../src/model/artifacts.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import { read } from './vocabulary.ts';

const origin = 'http://lyj.minghu.gov.cn';
const bureau = Unit.parse({ id: 'lyj', name: '明湖市林业局', type: 'department', sites: [{ url: `${origin}/` }] });
const columns = ['机构职能', '领导信息', '规范性文件', '人事信息', '行政许可', '行政处罚', '政府采购', '应急管理'] as const;

/** The middle of one page; `above` are the steps of its breadcrumb before its own name. */
export interface Middle {
  readonly name: string;
  readonly above?: readonly string[];
  readonly middle: string;
  /** HTML in the head of this page. */
  readonly head?: string;
}

/**
 * A site in tables without any telling class: the same head, menu and foot on every page, eight columns with text, and the pages given.
 * `columns: 0` leaves only the pages that are given, more than eight go through the names again; `head`: HTML in the head of every page.
 */
export function templateSite(
  pages: Readonly<Record<string, Middle>>,
  { columns: count = columns.length, head = '' }: { readonly columns?: number; readonly head?: string } = {},
): ReadonlyMap<string, Page> {
  const filled = Array.from({ length: count }, (_, index): [string, Middle] => {
    const name = columns[index % columns.length]!;
    const text = `${name}一栏第${index}段。${'林地保护、湿地管理、古树名木认养等工作按年度计划进行。'.repeat(3)}${index}`;
    return [`/c${index}/`, { name, middle: `<p>${text}</p>` }];
  });
  const all = Object.entries({ ...Object.fromEntries(filled), ...pages });
  const readings = all.map(([path, page]) => {
    const reading = read(document(page, head), origin + path);
    return { ...reading, look: lookAt(origin + path), trouble: null };
  });
  const judged = withOwnContent(readings, { belonging: belonging(bureau, [bureau]), homeUrls: new Set([`${origin}/`]) });
  return new Map(judged.map(page => [new URL(page.look.finalUrl).pathname, page]));
}

function document({ name, above = [], middle, head: ownHead = '' }: Middle, head: string): string {
  const menu = columns.map((column, index) => `<td><a href="/c${index}/">${column}</a></td>`).join('');
  const trail = [...above.map(step => `<a href="/${step}/">${step}</a>`), name].join(' &gt; ');
  return `<html><head><title>${name}_明湖市林业局</title>${head}${ownHead}</head><body><table><tr><td>绿水青山就是金山银山</td></tr><tr>${menu}</tr></table>
<table><tr><td>热线电话</td><td>当前位置：<a href="/">首页</a> &gt; ${trail}</td></tr><tr><td><b>${name}</b></td></tr><tr><td>${middle}</td></tr></table>
<table><tr><td><a href="/map/">网站地图</a> 主办：明湖市林业局 地址：明湖市望湖区林海路5号</td></tr></table></body></html>`;
}

const lookAt = (url: string): Look => ({
  url,
  finalUrl: url,
  hops: [],
  purpose: 'page',
  via: 'http',
  foundOn: `${origin}/`,
  anchorText: '',
  fetchedAt: '2026-11-20T01:00:00.000Z',
  unchangedSince: null,
  elapsedMs: 10,
  attempts: 1,
  address: '127.0.0.1',
  security: null,
  status: 200,
  failure: null,
  headers: { 'content-type': 'text/html' },
  truncated: false,
  bytes: 1000,
  bodySha256: url,
});
