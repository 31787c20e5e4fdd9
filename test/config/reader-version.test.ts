import { expect, test } from 'vitest';
import { readerVersion } from '../../src/config/reader-version.ts';
import { vocabulary } from '../support/judge-site.ts';

test('the reader has another version as soon as it looks for one more word', () => {
  const [first, ...others] = vocabulary;
  const changed = [{ ...first!, exact: [...first!.exact, '试验专栏'] }, ...others];
  expect(readerVersion(vocabulary)).toMatch(/^[0-9a-f]{24}$/);
  expect(readerVersion(changed)).not.toBe(readerVersion(vocabulary));
});
