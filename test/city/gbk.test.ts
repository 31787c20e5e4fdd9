import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeGbk } from '../../fixtures/city/gbk.ts';

test('what is encoded decodes to the same text', () => {
  const characters = fc.constantFrom(...'明湖市林业局（）【】“”—…→　·０９〇、。ABCabc019<>&"');
  fc.assert(
    fc.property(fc.string({ unit: characters }), text => new TextDecoder('gb18030', { fatal: true }).decode(encodeGbk(text)) === text),
  );
});

test('known bytes', () => {
  expect(encodeGbk('中文A').toString('hex')).toBe('d6d0cec441');
});

test('what GBK cannot say is refused', () => {
  expect(() => encodeGbk('😀')).toThrow(RangeError);
});
