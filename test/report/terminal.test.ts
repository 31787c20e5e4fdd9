import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderRun, renderUnit } from '../../src/report/terminal.ts';
import { fit, wrap } from '../../src/report/terminal-text.ts';
import { stripControl } from '../../src/text/safe-text.ts';
import { cityRun, education, empty, finance, finding, hostile, hostileRun, longAnchor, unreachable } from './sample.ts';

const plain = { colour: false, width: 80 };
const units = { finance, education, unreachable, empty, hostile };
const cjk = fc.constantFrom('公', '开', '，', '。', '（', '）', '“', '”', ' ', 'a', 'bc-d', '2026', '👨‍👩‍👧', 'e\u0301', '한', '１');
const text = fc
  .oneof(
    fc.array(cjk, { maxLength: 60 }).map(parts => parts.join('')),
    fc.string({ unit: 'binary' }),
  )
  .map(stripControl);

describe('wrap', () => {
  test('keeps every line within the width and loses no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 6, max: 60 }), (given, width) => {
        const lines = wrap(given, width);
        expect(lines.filter(line => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(given.replaceAll(/\s/gu, ''));
      }),
    );
  });

  test.for([
    ['一二三四', 4, ['一二', '三四']],
    ['一二。三', 4, ['一', '二。', '三']],
    ['一二（三）', 6, ['一二', '（三）']],
    ['已公开 annual report', 12, ['已公开', 'annual', 'report']],
    ['abcdefgh', 4, ['abcd', 'efgh']],
    ['', 10, ['']],
  ] as const)('%j at %i', ([given, width, expected]) => {
    expect(wrap(given, width)).toEqual(expected);
  });
});

test('fit is exactly as wide as asked, on either side', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 5, max: 40 }), fc.constantFrom('left' as const, 'right' as const), (given, width, align) => {
      expect(stringWidth(fit(given, width, align))).toBe(width);
    }),
  );
});

describe('one unit', () => {
  test('says score, share judged and what to do, worst first', () => {
    const output = renderUnit(finance, plain);
    expect(output).toContain('得分 86.5（良好），已判定 29/31 项');
    const order = ['不符合（2）', '部分符合（1）', '无法判定（2）', '符合（26）', '不适用（1）'].map(title =>
      output.indexOf(`\n${title}\n`),
    );
    expect(order.every(place => place > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(output).toContain('1. 〔不符合·已确认〕要求：已按时发布上一年度政府信息公开工作年度报告');
    expect(output).toContain('https://czj.minghu.example/zwgk/zfxxgkzn/index_2.html');
    expect(output).toContain('（国务院令第711号）第五十条');
  });

  test('says what there was on the way to the site', () => {
    const note = 'https://czj.minghu.example 安全证书已过期，浏览器会警告。';
    const shown = renderUnit({ ...finance, snapshot: { ...finance.snapshot, notes: [note] } }, plain);
    expect(shown).toContain(note);
    expect(renderUnit(finance, plain)).not.toContain('安全证书');
  });

  test('says why it stopped, and does not when all was seen', () => {
    expect(renderUnit(unreachable, plain)).toContain('本次没有看完：网站无法访问。');
    expect(renderUnit(finance, plain)).not.toContain('没有看完');
  });

  test('without a score says so, and names one cause once', () => {
    const output = renderUnit(unreachable, plain);
    expect(output).toContain('得分 —，已判定 0/31 项（没有可判定的项目）');
    expect(output).toContain('31 项检查因同一原因无法判定');
    expect(output.match(/首页三次都超时未响应/g)).toHaveLength(1);
    expect(renderUnit(empty, plain)).toContain('没有检查结果。');
  });

  test('a remedy for something unclear is conditional', () => {
    const only = (outcome: 'fail' | 'unsure') =>
      renderUnit({ ...finance, findings: [finding({ check: 'a', title: '甲', outcome })] }, plain);
    expect(only('unsure')).toContain('如有缺失');
    expect(only('unsure')).not.toContain('整改建议');
    expect(only('fail')).toContain('整改建议');
  });

  test.for(Object.entries(units))('%s: no line is too wide but an address in one piece', ([, report]) => {
    const addresses = report.findings.flatMap(({ evidence }) =>
      evidence.flatMap(({ url, finalUrl, foundOn }) => [url, finalUrl, foundOn ?? '']),
    );
    for (const width of [40, 61, 80, 200]) {
      const wide = renderUnit(report, { colour: false, width })
        .split('\n')
        .filter(line => stringWidth(line) > width);
      expect(wide.filter(line => !addresses.some(address => address !== '' && line.endsWith(` ${stripControl(address)}`)))).toEqual([]);
    }
  });

  test('whatever the site says, a line holds no more than the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 40, max: 120 }), (given, width) => {
        const findings = [finding({ check: 'a', title: given, outcome: 'fail', message: given, basis: given, remedy: given })];
        const output = renderUnit({ ...empty, findings }, { colour: false, width });
        expect(output.split('\n').filter(line => stringWidth(line) > width)).toEqual([]);
      }),
    );
  });
});

describe('a run', () => {
  test('ranks units in their class and says what they share', () => {
    const lines = renderRun(cityRun, { colour: false, width: 100 }).split('\n');
    expect(lines.find(line => line.includes('明湖市教育局'))).toMatch(/^ {3}1 {2}明湖市教育局 +100\.0/);
    expect(lines.find(line => line.includes('明湖市生态环境局'))).toMatch(/^ {3}— {2}明湖市生态环境局 +— /);
    expect(lines.indexOf('【一类部门】')).toBeGreaterThan(0);
    expect(lines.some(line => line.includes('已按时发布上一年度政府信息公开工作年度报告：4 个单位不符合'))).toBe(true);
    expect(lines).toContain('明湖市生态环境局没有看完：网站无法访问。');
  });

  test('columns stand under their headings, whatever the names', () => {
    const named = { ...hostile, unit: { ...hostile.unit, name: `${longAnchor}👨‍👩‍👧` } };
    for (const width of [40, 60, 80, 100, 160]) {
      const lines = renderRun({ ...cityRun, units: [named, finance] }, { colour: false, width }).split('\n');
      const [heads, ...rows] = lines.slice(
        lines.findIndex(line => line.startsWith('名次')),
        -1,
      );
      const endOf = (line: string, cell: string) => stringWidth(line.slice(0, line.indexOf(cell) + cell.length));
      expect(endOf(rows[0]!, ' 86.5')).toBe(endOf(heads!, '得分'));
      expect(endOf(rows[1]!, ' 41.2')).toBe(endOf(heads!, '得分'));
      expect(lines.filter(line => stringWidth(line) > width)).toEqual([]);
    }
  });

  test('an empty run is said to be empty', () => {
    expect(renderRun({ ...cityRun, units: [] }, plain)).toContain('共 0 个单位，平均 — 分；没有检查结果。');
  });
});

test('colours only when asked, and they change nothing else', () => {
  for (const report of Object.values(units)) {
    expect(renderUnit(report, plain).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    const coloured = renderUnit(report, { ...plain, colour: true });
    expect(coloured).toContain('\u001b[1m');
    expect(stripVTControlCharacters(coloured)).toBe(renderUnit(report, plain));
  }
  expect(renderRun(hostileRun, plain).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
  expect(stripVTControlCharacters(renderRun(hostileRun, { ...plain, colour: true }))).toBe(renderRun(hostileRun, plain));
});
