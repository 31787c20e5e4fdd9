import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapse, normalise } from '../../src/text/normalise.ts';

const anyGap = fc.constantFrom(...' \t\n\v\f\r\u0085\u00a0\u00ad\u200b\u2028\u3000\u3164\ufeff\uffa0');
/** Beside white space: what is not seen, from first to last code unit. */
const unseen = [
  [0x85, 0x85],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
] as const;
const isGap = (unit: string) =>
  /\s/.test(unit) || unseen.some(([first, last]) => unit.charCodeAt(0) >= first && unit.charCodeAt(0) <= last);

test('collapse: each run of gaps is one space, none at the ends, and nothing else changes', () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(anyGap, fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('公开', '指'))), pieces => {
      const text = pieces.join('');
      const spaced = text.split('').map(unit => (isGap(unit) ? ' ' : unit));
      expect(collapse(text)).toBe(spaced.join('').replace(/ +/g, ' ').trim());
    }),
  ));

test.for([
  ['  政府信息 \r\n\t 公开指南  ', '政府信息 公开指南'],
  ['政府信息\u3000\u00a0公开', '政府信息 公开'],
  ['政府信息\u200b\ufeff公开', '政府信息 公开'],
  ['\u200b \u3000', ''],
  ['“三公”经费', '“三公”经费'],
] as const)('collapse %j is %j', ([text, collapsed]) => {
  expect(collapse(text)).toBe(collapsed);
});

test.for([
  ['政府信息\n 公开指南', '政府信息公开指南'],
  ['预算⁄决算', '预算/决算'],
  ['预算∕决算', '预算/决算'],
  ['“三公”经费', '三公经费'],
  ['"三公"经费', '三公经费'],
  ['「三公」經費', '三公經費'],
  ["＂三公＂经费＇s'", '三公经费s'],
  ['ＩＣＰ备１２３', 'icp备123'],
  ['（试行）', '(试行)'],
  ['⽀出决算', '支出决算'],
  ['人⺠政府部⻔⻓', '人民政府部门长'],
  ['二〇二六年', '二0二六年'],
  ['二○○六年', '二00六年'],
  ['２〇２６年', '2026年'],
  ['一◯一', '一0一'],
  ['〇一号', '0一号'],
  ['○三公经费', '○三公经费'],
  ['○ 一般公共预算', '○一般公共预算'],
  ['〇', '〇'],
  ['A\u0301 B', 'áb'],
  ['政\u00ad府\u2060', '政府'],
] as const)('normalise %j is %j', ([text, normalised]) => {
  expect(normalise(text)).toBe(normalised);
});

test('a bullet is not a zero: two hollow circles in front of a word stay', () => {
  expect(normalise('○○财政')).toBe('○○财政');
});

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(..."〇○◯一二十0９ ＂“”'⁄∕½´Á̛ﬁ㍿İ⻔⽀\u200b\u3000（）") }),
);

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anything, text => {
      const once = normalise(text);
      expect(normalise(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test('nothing that matching must ignore is left', () => {
  fc.assert(fc.property(anything, text => !/[\s\u200b\ufeff\u3000“”‘’"'「」⁄∕A-Z]/u.test(normalise(text))));
});

test('collapsing twice changes nothing, and matching does not care whether it was done', () => {
  fc.assert(
    fc.property(anything, text => {
      expect(collapse(collapse(text))).toBe(collapse(text));
      expect(normalise(collapse(text))).toBe(normalise(text));
    }),
    { numRuns: 1000 },
  );
});
