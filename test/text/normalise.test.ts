import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapse, normalise } from '../../src/text/normalise.ts';

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
