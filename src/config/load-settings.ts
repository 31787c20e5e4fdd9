import { existsSync } from 'node:fs';
import { z } from 'zod';
import { GongkaiError } from '../model/errors.ts';
import { Settings } from '../model/settings.ts';
import { explainIssue } from './explain-issue.ts';
import { readYaml } from './read-yaml.ts';

/** Environment variables that set something, and where it goes. Numbers are read as numbers. */
export const settingVariables: Readonly<Record<string, readonly [string, ...string[]]>> = {
  GONGKAI_DATA: ['dataFolder'],
  GONGKAI_SCHEME: ['scheme'],
  GONGKAI_VANTAGE: ['vantage'],
  GONGKAI_USER_AGENT: ['userAgent'],
  GONGKAI_PARALLEL_UNITS: ['parallelUnits'],
  GONGKAI_MAX_PAGES: ['crawl', 'maxPages'],
  GONGKAI_MAX_MINUTES: ['crawl', 'maxMinutes'],
  GONGKAI_TIMEOUT_SECONDS: ['crawl', 'timeoutSeconds'],
  GONGKAI_GAP_SECONDS: ['pace', 'gapSeconds'],
  GONGKAI_IN_FLIGHT: ['pace', 'inFlight'],
};

type Tree = Record<string, unknown>;

/**
 * Settings from `gongkai.yaml` (if there is one), then the environment; flags are laid over by the commands.
 * Throws SETTINGS_INVALID with the variable or the line that is wrong.
 */
export function loadSettings({
  file,
  environment,
}: {
  readonly file: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): Settings {
  const fromFile: Tree = existsSync(file) ? readYaml(file, z.looseObject({}), 'SETTINGS_INVALID') : {};
  if (existsSync(file)) readYaml(file, Settings, 'SETTINGS_INVALID');
  const tree = structuredClone(fromFile);
  for (const [variable, path] of Object.entries(settingVariables)) {
    const value = environment[variable];
    if (value === undefined || value === '') continue;
    place(tree, path, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value);
    const parsed = Settings.safeParse(tree, { error: explainIssue });
    if (!parsed.success)
      throw new GongkaiError('SETTINGS_INVALID', `环境变量 ${variable}=${value} 有误：${parsed.error.issues[0]!.message}。`);
  }
  return Settings.parse(tree);
}

function place(tree: Tree, [key, ...rest]: readonly [string, ...string[]], value: unknown): void {
  const [next, ...further] = rest;
  if (next === undefined) {
    tree[key] = value;
    return;
  }
  tree[key] ??= {};
  const branch = tree[key] as Tree;
  place(branch, [next, ...further], value);
}
