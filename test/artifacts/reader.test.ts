import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReader } from '../../src/artifacts/reader.ts';
import type { KeptReading, ReadingShelf } from '../../src/model/kept-reading.ts';
import type { Look } from '../../src/model/snapshot.ts';
import { look as sampleLook } from '../store/samples.ts';
import { vocabulary } from '../support/judge-site.ts';

const url = 'http://jyj.minghu.example/zwgk/index.html';
const bytes = (html: string) => new TextEncoder().encode(html);
const lookAt = (changes: Partial<Look> = {}) =>
  sampleLook(url, { finalUrl: url, headers: { 'content-type': 'text/html; charset=utf-8' }, ...changes });

/** A shelf as it comes back from the disk. */
function shelf(): ReadingShelf & { readonly size: () => number } {
  const kept = new Map<string, string>();
  return {
    get: key => (kept.has(key) ? (JSON.parse(kept.get(key)!) as KeptReading) : undefined),
    put: (key, reading) => void kept.set(key, JSON.stringify(reading)),
    size: () => kept.size,
  };
}

const dayOf = (day: number) => new Date(Date.UTC(2026, 10, 1) + day * 86_400_000).toISOString().slice(0, 10);
const anyDay = fc.integer({ min: 0, max: 20 }).map(dayOf);
const anyWhen = fc.oneof(
  anyDay,
  anyDay.map(day => day.slice(5)),
  anyDay.map(day => day.replace('2026', '2025')),
  fc.constantFrom('今天', '昨天', '3天前', ''),
);
const anyList = fc
  .array(anyWhen, { maxLength: 6 })
  .map(
    days =>
      `<ul>${days.map((day, index) => `<li><a href="/a/${index}.html">关于公布第${index}批事项的通知</a><span>${day}</span></li>`).join('')}</ul>`,
  );
const anyPage = fc
  .record({
    list: anyList,
    heading: fc.constantFrom('政府信息公开指南', '通知公告', '首页', '“三公”经费\u{2028}'),
    byline: fc.oneof(
      anyDay.map(day => `<p>发布时间：${day}　来源：明湖市教育局</p>`),
      fc.constant(''),
    ),
    more: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constant('<iframe src="/f.html"></iframe><img src="/a.jpg" alt="领导信息">'),
    ),
  })
  .map(
    ({ list, heading, byline, more }) =>
      `<html><head><title>${heading}_明湖市教育局</title></head><body><h1>${heading}</h1>${byline}${list}<div>${more}</div><div class="footer">主办单位：明湖市教育局 沪ICP备12345678号</div></body></html>`,
  );

describe('a reading that was kept', () => {
  test('is, on every later day on which it is used, what would be read on that day', () => {
    let used = 0;
    fc.assert(
      fc.property(anyPage, anyDay, fc.integer({ min: 0, max: 10 }), (html, first, later) => {
        const next = new Date(Date.parse(first) + later * 86_400_000).toISOString().slice(0, 10);
        const kept = shelf();
        createReader(vocabulary, { today: first, shelf: kept }).read(lookAt(), bytes(html));
        const reader = createReader(vocabulary, { today: next, shelf: kept });
        const known = reader.known(lookAt());
        if (known !== undefined) used += 1;
        const anew = createReader(vocabulary, { today: next }).read(lookAt(), bytes(html));
        if (known !== undefined) expect(known).toStrictEqual(anew);
        expect(reader.read(lookAt(), bytes(html))).toStrictEqual(anew);
      }),
      { numRuns: 150 },
    );
    expect(used).toBeGreaterThan(10);
  });

  test.for([
    ['a day that was yet to come', '<span>2026-11-22</span>', '2026-11-22', '2026-11-21'],
    ['days counted from today', '<span>昨天</span>', '2026-11-21', '2026-11-20'],
  ] as const)('with %s holds only until it means something else', ([, when, changed, same]) => {
    const html = `<ul>${['一', '二', '三'].map(n => `<li><a href="/${n}.html">关于公布第${n}批事项的通知</a>${when}</li>`).join('')}</ul>`;
    const kept = shelf();
    createReader(vocabulary, { today: '2026-11-20', shelf: kept }).read(lookAt(), bytes(html));
    expect(createReader(vocabulary, { today: same, shelf: kept }).known(lookAt())).toBeDefined();
    expect(createReader(vocabulary, { today: changed, shelf: kept }).known(lookAt())).toBeUndefined();
  });

  test('was not made on a later day: judging an old night again reads again', () => {
    const kept = shelf();
    createReader(vocabulary, { today: '2026-11-20', shelf: kept }).read(lookAt(), bytes('<h1>公开指南</h1>'));
    expect(createReader(vocabulary, { today: '2026-11-19', shelf: kept }).known(lookAt())).toBeUndefined();
  });

  const html = { 'content-type': 'text/html; charset=utf-8' };
  test.for([
    ['another body', { bodySha256: 'b'.repeat(64) }],
    ['another address', { finalUrl: `${url}?page=2` }],
    ['another status', { status: 503 }],
    ['another declared encoding', { headers: { 'content-type': 'text/html; charset=gbk' } }],
    ['another server', { headers: { ...html, server: 'nsfocus' } }],
    ['another cookie', { headers: { ...html, 'set-cookie': '__jsluid_h=1; Path=/' } }],
  ] as const)('is of no use for %s', ([, changes]) => {
    const kept = shelf();
    createReader(vocabulary, { today: '2026-11-20', shelf: kept }).read(lookAt({ headers: html }), bytes('<h1>公开指南</h1>'));
    expect(createReader(vocabulary, { today: '2026-11-20', shelf: kept }).known(lookAt({ headers: html, ...changes }))).toBeUndefined();
  });

  test('serves whatever is new at every answer: moments, lengths, tags, the values of cookies', () => {
    const kept = shelf();
    const answered = (number: number) => ({
      ...html,
      date: `Fri, 20 Nov 2026 01:00:0${number} GMT`,
      etag: `"${number}"`,
      'set-cookie': `JSESSIONID=${number}A; Path=/; Expires=Fri, 20 Nov 2026 02:00:0${number} GMT, lang=zh${number}`,
    });
    createReader(vocabulary, { today: '2026-11-20', shelf: kept }).read(lookAt({ headers: answered(1) }), bytes('<h1>公开指南</h1>'));
    expect(createReader(vocabulary, { today: '2026-11-20', shelf: kept }).known(lookAt({ headers: answered(2) }))).toBeDefined();
    expect(kept.size()).toBe(1);
  });
});
