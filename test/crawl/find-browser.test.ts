import { expect, test } from 'vitest';
import { browserPlaces, findBrowser } from '../../src/crawl/find-browser.ts';

test.for([
  ['linux', '/usr/bin/chromium'],
  ['darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
] as const)('on %s the machine’s own come before Playwright’s', ([platform, path]) => {
  const places = browserPlaces({}, platform, '/cache/playwright/chrome');
  expect(places[0]).toEqual({ from: 'machine', path });
  expect(places.at(-1)).toEqual({ from: 'playwright', path: '/cache/playwright/chrome' });
});

test('on Windows the program folders are looked in, wherever they are', () => {
  const paths = browserPlaces({ PROGRAMFILES: 'D:/Programs' }, 'win32', '').map(({ path }) => path.replaceAll('\\', '/'));
  expect(paths).toEqual(['D:/Programs/Google/Chrome/Application/chrome.exe', 'D:/Programs/Microsoft/Edge/Application/msedge.exe']);
});

test('a named browser is the only one', () => {
  expect(browserPlaces({ GONGKAI_BROWSER: ' /opt/chrome ' }, 'linux', '/x')).toEqual([{ from: 'GONGKAI_BROWSER', path: '/opt/chrome' }]);
});

test('a named browser that is there is found', async () => {
  expect(await findBrowser({ GONGKAI_BROWSER: process.execPath })).toMatchObject({
    found: { from: 'GONGKAI_BROWSER', path: process.execPath },
    missing: null,
  });
});

test('a named browser that is not there is not replaced by another', async () => {
  expect(await findBrowser({ GONGKAI_BROWSER: '/nonexistent/chrome' })).toMatchObject({ found: null, missing: '/nonexistent/chrome' });
});
