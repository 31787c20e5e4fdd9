import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeJson } from '../../src/text/safe-json.ts';

test('what a terminal obeys is escaped, and reads back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const json = safeJson({ [text]: text });
      expect(json).not.toMatch(/[\p{Cc}\u2028\u2029\p{Bidi_Control}]/u);
      expect(JSON.parse(json)).toEqual({ [text]: text });
    }),
  );
  expect(safeJson('\u009b2J\u202e公开')).toBe('"\\u009b2J\\u202e公开"');
});
