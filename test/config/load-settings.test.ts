import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSettings, settingVariables } from '../../src/config/load-settings.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const temporaryFolder = temporaryFolders();
const none = { file: '/nonexistent/gongkai.yaml', environment: {} };
const withFile = (text: string) => {
  const file = join(temporaryFolder(), 'gongkai.yaml');
  writeFileSync(file, text);
  return file;
};

describe('settings', () => {
  test('have defaults that are polite', () => {
    expect(loadSettings(none)).toMatchObject({ pace: { inFlight: 2, gapSeconds: 0.5 }, crawl: { maxPages: 200, attempts: 3 } });
  });

  test('the environment is laid over the file', () => {
    const file = withFile('vantage: office\ncrawl: { maxPages: 50 }\n');
    expect(loadSettings({ file, environment: { GONGKAI_MAX_PAGES: '70' } })).toMatchObject({ vantage: 'office', crawl: { maxPages: 70 } });
  });

  test.for([
    ['GONGKAI_GAP_SECONDS', '0.01'],
    ['GONGKAI_IN_FLIGHT', '20'],
    ['GONGKAI_MAX_PAGES', 'many'],
    ['GONGKAI_USER_AGENT', '检查'],
  ] as const)('%s=%s is refused, and named', ([variable, value]) => {
    expect(() => loadSettings({ ...none, environment: { [variable]: value } })).toThrow(new RegExp(`环境变量 ${variable}`));
  });

  test('a misspelt key is refused with its line', () => {
    expect(() => loadSettings({ ...none, file: withFile('vantage: a\nparallel: 3\n') })).toThrow(/第 2 行.*parallel/);
  });

  test('every variable is documented', () => {
    const page = readFileSync('docs/settings.md', 'utf8');
    for (const variable of Object.keys(settingVariables)) expect(page).toContain(`\`${variable}\``);
  });
});
