import { createHash } from 'node:crypto';
import * as cheerio from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderRunHtml, renderUnitHtml } from '../../src/report/html.ts';
import { cityRun, education, empty, evidence, finance, finding, formula, hostile, hostileRun, script, unreachable } from './sample.ts';

const pages = {
  finance: renderUnitHtml(finance),
  education: renderUnitHtml(education),
  unreachable: renderUnitHtml(unreachable),
  empty: renderUnitHtml(empty),
  hostile: renderUnitHtml(hostile),
  'city run': renderRunHtml(cityRun),
  'hostile run': renderRunHtml(hostileRun),
  'empty run': renderRunHtml({ ...cityRun, units: [] }),
};
const everyPage = test.for(Object.entries(pages).map(([name, html]) => ({ name, html, $: cheerio.load(html) })));

describe('nothing that was crawled becomes markup', () => {
  everyPage('$name', ({ html, $ }) => {
    expect($('script, img, iframe, object, embed, form, input, link, base, textarea').length).toBe(0);
    const attributes = $('*')
      .toArray()
      .flatMap(element => ('attribs' in element ? Object.keys(element.attribs) : []));
    expect(attributes.filter(name => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
    expect($('style').length).toBe(1);
    expect($('title').length).toBe(1);
    expect(html.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  });

  test('it is shown as the text it is', () => {
    const text = cheerio.load(pages.hostile)('main').text();
    for (const shown of [script, formula, '"><img src=x onerror=alert(4)>', '</style></title></textarea>&lt;script&gt;'])
      expect(text).toContain(shown);
    expect(text).toContain('（共3000字）');
  });

  test('no text whatever changes the structure of the page', () => {
    const tags = (html: string) =>
      cheerio
        .load(html)('*')
        .toArray()
        .map(element => ('name' in element ? element.name : ''));
    const page = (text: string) =>
      renderUnitHtml({
        ...finance,
        unit: { ...finance.unit, name: text, group: text },
        findings: (['fail', 'unsure', 'pass', 'not-applicable'] as const).map(outcome =>
          finding({
            check: text,
            title: text,
            outcome,
            message: text,
            basis: text,
            remedy: `做${text}`,
            evidence: [
              evidence({
                url: 'https://a.example/',
                foundOn: `:${text}`,
                anchorText: text,
                quote: text,
                fetchedAt: text,
                bodySha256: text,
                screenshot: text,
              }),
            ],
          }),
        ),
      });
    const structure = tags(page('公开'));
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '</',
      'script>',
      '<!--',
      '-->',
      ']]>',
      '&#60;',
      '`',
      '${',
      '=',
      ' ',
      '\u0000',
      'style',
      '<svg onload=x>',
      '公开',
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map(parts => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, given => {
        expect(tags(page(given))).toEqual(structure);
      }),
      { numRuns: 60 },
    );
  });
});

describe('links', () => {
  everyPage('$name: lead to the web without handing anything over, or to a place on the page', ({ $ }) => {
    for (const link of $('a').toArray()) {
      const href = $(link).attr('href')!;
      if (href.startsWith('#')) {
        expect($(`[id="${href.slice(1)}"]`).length, href).toBe(1);
        continue;
      }
      expect(href).toMatch(/^https?:\/\//);
      expect($(link).attr('rel')).toBe('noreferrer noopener nofollow');
    }
  });

  test('of other kinds, or to a host behind an @, are text', () => {
    const $ = cheerio.load(pages.hostile);
    const links = $('a')
      .toArray()
      .map(link => $(link).attr('href'));
    expect(links.filter(href => /script:|data:|HYPERLINK|evil\.example/.test(href!))).toEqual([]);
    expect($('code').text()).toContain('javascript:alert(1)');
    expect(links).toContain(`https://mh-hack.minghu.example/${'a'.repeat(2_000)}`);
  });

  test('from the ranking reach every unit', () => {
    const $ = cheerio.load(pages['city run']);
    const named = $('.ranking tbody a')
      .toArray()
      .map(link =>
        $(`[id="${$(link).attr('href')!.slice(1)}"] h2`)
          .first()
          .text(),
      );
    expect(named.toSorted()).toEqual(cityRun.units.map(({ unit }) => unit.name).toSorted());
  });
});

describe('a page that stands alone', () => {
  everyPage('$name: may load and run nothing, and applies our style only', ({ $ }) => {
    const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content')!;
    const css = $('style').html()!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(css).not.toMatch(/url\(|@import/);
  });

  everyPage('$name: can be used with a screen reader', ({ $ }) => {
    expect($('html').attr('lang')).toBe('zh-CN');
    expect($('main').length).toBe(1);
    expect($('h1').length).toBe(1);
    const levels = $('h1, h2, h3, h4')
      .toArray()
      .map(element => Number(element.name.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => index > 0 && level > levels[index - 1]! + 1)).toEqual([]);
    for (const table of $('table').toArray()) {
      expect($(table).find('caption').text()).not.toBe('');
      expect($(table).find('th:not([scope])').length).toBe(0);
      expect(
        $(table)
          .find('tbody tr')
          .toArray()
          .every(row => $(row).children('th').length === 1),
      ).toBe(true);
    }
    for (const image of $('svg').toArray()) expect($(image).attr('aria-hidden') ?? $(image).attr('aria-label')).toBeTruthy();
    const ids = $('[id]')
      .toArray()
      .map(element => $(element).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('one unit', () => {
  const $ = cheerio.load(pages.finance);
  const card = (title: string) => $('article').filter((_, element) => $(element).text().includes(title));

  test('shows score, share judged and where the numbers come from', () => {
    expect($('.score').text()).toMatch(/86\.5\s*分\s*良好\s*已判定 29\/31 项/);
    for (const known of ['0.1.0', '2026.11-3f9c2a71', '01JD3W9Z6K-mh-czj', '2026-11-20', '明湖市政务外网'])
      expect($('footer').text()).toContain(known);
    expect($('.legend').first().text()).toContain('不符合 2');
  });

  test('a fail says why, under which article, where, when and what to do', () => {
    const text = card('已按时发布上一年度').text();
    for (const part of ['不符合', '已确认', '未找到 2025 年度报告', '第五十条', '2026-11-20 01:12:08', 'SHA-256', '整改建议']) {
      expect(text).toContain(part);
    }
    expect(card('已按时发布上一年度').find('blockquote').text()).toContain('2025-01-22');
    expect(card('首页链接可以打开').text()).toContain('待复核');
  });

  test('unclear findings are said to cost nothing, with a conditional remedy', () => {
    const section = $('section').filter((_, element) => $(element).children('h2').text().startsWith('无法判定'));
    expect(section.text()).toContain('不扣分');
    expect(section.find('dt').text()).toContain('如有缺失');
    expect(section.find('dt').text()).not.toContain('整改建议');
  });

  test('every finding is there, the settled ones in tables', () => {
    const text = $('main').text();
    for (const { title } of finance.findings) expect(text).toContain(title);
    expect($('article').length).toBe(5);
    expect($('section.part table tbody tr').length).toBe(27);
  });

  test('without a score or without findings the page says so', () => {
    expect(cheerio.load(pages.unreachable)('.score').text()).toContain('未评分');
    expect(cheerio.load(pages.unreachable)('.notice').text()).toContain('网站无法访问');
    expect(cheerio.load(pages.unreachable)('article').length).toBe(1);
    expect(cheerio.load(pages.empty)('.notice').text()).toContain('没有产生任何检查结果');
    expect($('.notice').length).toBe(0);
  });
});
