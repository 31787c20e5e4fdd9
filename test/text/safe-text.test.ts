import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, stripControl, webHref } from '../../src/text/safe-text.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '\u001b[31m',
        '\u001b]0;x\u0007',
        '\u009b2J',
        '\u202e',
        '\u2066',
        '\r\n',
        '\u0000',
        '\u2028',
        '\ufeff',
        '公开',
        'a\u0301',
      ),
      { maxLength: 20 },
    )
    .map(parts => parts.join('')),
);

describe('stripControl', () => {
  test.for([
    ['colour', '\u001b[31m红\u001b[0m', '红'],
    ['window title', '\u001b]0;owned\u0007公开', '公开'],
    ['one-byte escape', '\u009b31m公开', '公开'],
    ['escape that ends nowhere', '公开\u001b', '公开'],
    ['escape hidden in an override', '\u001b\u202e[31m', '[31m'],
    ['right-to-left override', '报告\u202egpj.exe\u202c', '报告gpj.exe'],
    ['isolates and marks', '\u2066a\u2069\u200eb\u061c', 'ab'],
    ['line breaks', '一\r\n二\t三\u2028四\u0085五', '一 二 三 四 五'],
    ['zero-width and soft hyphen', '公\u200b\u00ad开\ufeff', '公开'],
    ['bell, backspace, delete', 'a\u0007\u0008\u007fb', 'ab'],
    ['tags', '公开\u{e0041}\u{e007f}', '公开'],
    ['half a surrogate pair', '公\ud800开', '公\ufffd开'],
    ['piled-up marks', `e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(4)}`],
    ['ordinary text with quotes and emoji', '“三公”经费〔2019〕19号 👨‍👩‍👧 葛\u{e0100}', '“三公”经费〔2019〕19号 👨‍👩‍👧 葛\u{e0100}'],
  ] as const)('%s', ([, given, expected]) => {
    expect(stripControl(given)).toBe(expected);
  });

  test('leaves nothing that a terminal obeys, and is stable', () => {
    fc.assert(
      fc.property(anyText, text => {
        const safe = stripControl(text);
        expect(safe).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
        expect(stripControl(safe)).toBe(safe);
      }),
    );
  });
});

describe('clip', () => {
  test.for([
    ['公开指南', 4, '公开指南'],
    ['公开指南', 2, '公开…（共4字）'],
    ['😀😀😀', 3, '😀😀😀'],
    ['😀😀😀', 2, '😀😀…（共3字）'],
    ['', 0, ''],
  ] as const)('%s at %i', ([text, max, expected]) => {
    expect(clip(text, max)).toBe(expected);
  });

  test('never splits a character', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, max) => clip(text, max).isWellFormed()));
  });
});

test.for([
  ['https://czj.minghu.example/zwgk/', 'https://czj.minghu.example/zwgk/'],
  ['HTTP://CZJ.minghu.example', 'http://czj.minghu.example/'],
  ['http://czj.minghu.example/"onclick="x', 'http://czj.minghu.example/%22onclick=%22x'],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['data:text/html,<script>1</script>', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['//evil.example/', null],
  ['/zwgk/', null],
  ['https://www.minghu.example@evil.example/', null],
  ['https://user:word@evil.example/', null],
  ['', null],
] as const)('webHref of %j is %j', ([address, expected]) => {
  expect(webHref(address)).toBe(expected);
});
