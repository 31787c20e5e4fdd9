import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where browsers may be, best first (DESIGN §11), and where Chromium-family browsers usually are. */
export interface BrowserPlace {
  readonly from: 'GONGKAI_BROWSER' | 'machine' | 'playwright';
  readonly path: string;
}

/** The browser that pages will be rendered with; `missing` names one that was asked for and is not there. */
export interface BrowserSearch {
  readonly found: BrowserPlace | null;
  readonly missing: string | null;
  /** True when the npm package that brings its own Chromium is installed, as a last resort on Linux. */
  readonly packaged: boolean;
}

/** Looks for a browser without starting it. One named by GONGKAI_BROWSER is never silently replaced by another. */
export async function findBrowser(environment: Environment, platform: NodeJS.Platform = process.platform): Promise<BrowserSearch> {
  // Loading Playwright takes a good part of a second: only who needs a browser waits for it.
  const { chromium } = await import('playwright');
  const packaged = platform === 'linux' && isInstalled('@sparticuz/chromium');
  const named = environment.GONGKAI_BROWSER?.trim();
  const places = browserPlaces(environment, platform, chromium.executablePath());
  const found = places.find(({ path }) => existsSync(path)) ?? null;
  return { found, missing: named && !found ? named : null, packaged };
}

/** All places to look in. When GONGKAI_BROWSER names one, it is the only one. */
export function browserPlaces(environment: Environment, platform: NodeJS.Platform, playwrightPath: string): readonly BrowserPlace[] {
  const named = environment.GONGKAI_BROWSER?.trim();
  if (named) return [{ from: 'GONGKAI_BROWSER', path: named }];
  return [
    ...wellKnown(environment, platform).map(path => ({ from: 'machine' as const, path })),
    ...(playwrightPath === '' ? [] : [{ from: 'playwright' as const, path: playwrightPath }]),
  ];
}

function wellKnown(environment: Environment, platform: NodeJS.Platform): readonly string[] {
  switch (platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .flatMap(variable => environment[variable] ?? [])
        .flatMap(folder => [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]);
    default:
      return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable']
        .map(name => `/usr/bin/${name}`)
        .concat('/snap/bin/chromium', '/opt/google/chrome/chrome');
  }
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}
