import { describe, expect, test } from 'vitest';
import { createGuide } from '../../src/artifacts/guide.ts';
import { createReader } from '../../src/artifacts/reader.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { Unit } from '../../src/model/unit.ts';
import type { Want } from '../../src/model/want.ts';
import { vocabulary } from '../support/judge-site.ts';

const origin = 'https://jyj.minghu.gov.cn';
const unit = Unit.parse({ id: 'jyj', name: '明湖市教育局', type: 'department', sites: [{ url: `${origin}/` }] });
const notices: Want = { kind: 'column', names: ['通知公告'], not: [], freshSince: '2026-05-24' };

const list = (folder: string, days: readonly string[]) =>
  `<ul>${days.map((day, i) => `<li><a href="/${folder}/${i}.html">关于${folder}的第${i}件重要事项</a><span>${day}</span></li>`).join('')}</ul>`;
const box = (name: string, folder: string, days: readonly string[]) =>
  `<div><h2><a href="/${folder}/">${name}</a></h2>${list(folder, days)}</div>`;
const yearless = ['11-18', '11-10', '11-02'];
const full = ['2026-11-18', '2026-11-10', '2026-11-02'];

function start() {
  const reader = createReader(vocabulary, { today: '2026-11-20' });
  const guide = createGuide({ unit, roster: [unit], reader, wants: [notices], homeUrls: new Set() });
  const learn = (path: string, html: string, lead: Parameters<typeof guide.learn>[2] = null) => {
    const look = {
      url: origin + path,
      finalUrl: origin + path,
      status: 200,
      purpose: 'page',
      bodySha256: html,
      headers: { 'content-type': 'text/html' },
    };
    const body = new TextEncoder().encode(
      `<html><head><title>明湖市教育局</title></head><body><p>欢迎访问明湖市教育局网站，本站提供信息公开服务。</p>${html}</body></html>`,
    );
    return guide.learn(look as unknown as Look, body, lead).leads;
  };
  return { guide, learn };
}
const proofs = (leads: ReturnType<ReturnType<typeof start>['learn']>) =>
  leads.filter(({ dateProof }) => dateProof).map(({ url }) => url.slice(origin.length));

describe('which entries are opened for the year that a list leaves out', () => {
  test('one of every box of the home page that shows no year', () => {
    const { learn } = start();
    const leads = learn('/', box('工作动态', 'dt', yearless) + box('通知公告', 'gg', yearless) + box('政策文件', 'wj', full));
    expect(proofs(leads)).toEqual(['/dt/0.html', '/gg/0.html']);
  });

  test('of many boxes only the first six', () => {
    const { learn } = start();
    expect(proofs(learn('/', Array.from({ length: 9 }, (_, i) => box(`业务工作之${i}`, `yw${i}`, yearless)).join('')))).toHaveLength(6);
  });

  test('two of a wanted column, none where years are shown', () => {
    const { learn } = start();
    const home = learn('/', '<a href="/gg/">通知公告</a><a href="/dt/">工作动态</a>');
    const lead = (url: string) => home.find(one => one.url === origin + url)!;
    expect(proofs(learn('/gg/', `<h1>通知公告</h1>${list('gg', yearless)}`, lead('/gg/')))).toEqual(['/gg/0.html', '/gg/1.html']);
    expect(proofs(learn('/gg/', `<h1>通知公告</h1>${list('gg', [...full, '10-01'])}`, lead('/gg/')))).toEqual([]);
    expect(proofs(learn('/dt/', `<h1>工作动态</h1>${list('dt', yearless)}`, lead('/dt/')))).toEqual([]);
  });

  test('an entry of a box that shows a fresh day settles the column', () => {
    const { guide, learn } = start();
    const leads = learn('/', box('工作动态', 'dt', yearless) + box('通知公告', 'gg', yearless));
    const [news, notice] = leads.filter(({ dateProof }) => dateProof);
    learn('/dt/0.html', '<h1>关于有关工作的事项</h1><p>发布时间：2026-11-18</p>', news!);
    expect(guide.satisfied()).toBe(false);
    learn('/gg/0.html', '<h1>关于有关工作的事项</h1><p>发布时间：2026-11-18</p>', notice!);
    expect(guide.satisfied()).toBe(true);
  });
});
