import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Check, compileCheck } from '../checks/compile-check.ts';
import { CheckSpec } from '../model/check-spec.ts';
import { GongkaiError } from '../model/errors.ts';
import { explainIssue } from './explain-issue.ts';
import { readYaml } from './read-yaml.ts';

/** Every check that may run, and a version that changes when any of them does. */
export interface Catalogue {
  readonly version: string;
  readonly checks: readonly Check[];
}

/**
 * Reads every check in a folder (`vocabulary/` apart). A catalogue is either wholly valid or refused with CHECK_INVALID.
 * Rules whose text is not confirmed ship disabled (law 5) unless asked for.
 */
export function loadCatalogue(
  folder: string,
  { unconfirmed }: { readonly unconfirmed: 'leave-out' | 'include' } = { unconfirmed: 'leave-out' },
): Catalogue {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml') && !/(?:^|[\\/])vocabulary[\\/]/.test(file))
    .sort();
  const checks = files
    .map(file => loadCheck(join(folder, file)))
    .filter(({ spec }) => unconfirmed === 'include' || spec.basis.confidence !== 'unconfirmed');
  const ids = checks.map(({ spec }) => spec.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new GongkaiError('CHECK_INVALID', `${folder}：检查项编号“${twice}”出现了两次，请改名。`);
  const version = createHash('sha256')
    .update(JSON.stringify(checks.map(({ spec }) => spec)))
    .digest('hex')
    .slice(0, 12);
  return { version, checks };
}

/** Reads one check; its id must equal its file name, so that a finding leads straight to the file. */
export function loadCheck(file: string): Check {
  const check = readYaml(file, CompiledCheck, 'CHECK_INVALID');
  if (basename(file, '.yaml') !== check.spec.id) throw new GongkaiError('CHECK_INVALID', `${file}：编号“${check.spec.id}”须与文件名一致。`);
  return check;
}

/** A file's data, understood by the kind it names: options are validated before anything runs. */
const CompiledCheck = CheckSpec.transform((spec, context): Check => {
  const compiled = compileCheck(spec, explainIssue);
  if (compiled.ok) return compiled.check;
  for (const { path, message } of compiled.faults) context.issues.push({ code: 'custom', path, message, input: spec });
  return z.NEVER;
});
