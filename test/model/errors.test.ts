import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorCodes } from '../../src/model/errors.ts';

const source = join(import.meta.dirname, '../../src');
const text = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('errors.ts'))
  .map(file => readFileSync(join(source, file), 'utf8'))
  .join('\n');

test.for(Object.keys(errorCodes))('%s is used: a code that nothing throws is not documented', code => {
  expect(text).toContain(`'${code}'`);
});

test('every code that is thrown is in the table', () => {
  const thrown = [...text.matchAll(/new GongkaiError\(\s*'([A-Z_]+)'/g)].map(([, code]) => code);
  expect(thrown.length).toBeGreaterThan(10);
  expect(thrown.filter(code => !Object.hasOwn(errorCodes, code!))).toEqual([]);
});
