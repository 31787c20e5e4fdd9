import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckSpec } from '../model/check-spec.ts';
import { GongkaiError } from '../model/errors.ts';
import { Scheme } from '../model/scheme.ts';
import { severityTitles } from '../model/severity.ts';
import { readYaml } from './read-yaml.ts';

export interface SchemeOptions {
  /** The checks there are. When given, a scheme is refused that counts any other, or one that costs no points. */
  readonly knownChecks?: readonly Pick<CheckSpec, 'id' | 'severity'>[];
}

/** Reads one scheme; its file is named after its id. Throws GongkaiError: SCHEME_INVALID or FILE_UNREADABLE. */
export function loadScheme(file: string, { knownChecks }: SchemeOptions = {}): Scheme {
  const scheme = readYaml(file, knownChecks ? schemeOf(knownChecks) : Scheme, 'SCHEME_INVALID');
  if (basename(file, '.yaml') !== scheme.id) {
    throw new GongkaiError(
      'SCHEME_INVALID',
      `${file}：方案编号“${scheme.id}”与文件名不一致，请将文件改名为 ${scheme.id}.yaml 或改正编号。`,
    );
  }
  return scheme;
}

/** Reads all schemes in a folder, in the order of their ids. All are valid or none is given. Throws as {@link loadScheme} does. */
export function loadSchemes(folder: string, options: SchemeOptions = {}): Scheme[] {
  return filesIn(folder).map(file => loadScheme(join(folder, file), options));
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(file => file.endsWith('.yaml'))
      .sort();
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取方案目录 ${folder}，请检查路径和读取权限。`, { cause });
  }
}

function schemeOf(knownChecks: readonly Pick<CheckSpec, 'id' | 'severity'>[]) {
  const known = new Map(knownChecks.map(({ id, severity }) => [id, severity]));
  return Scheme.superRefine(({ categories }, context) => {
    for (const [i, { checks }] of categories.entries()) {
      for (const [j, { id }] of checks.entries()) {
        const severity = known.get(id);
        const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['categories', i, 'checks', j, 'id'], message });
        if (severity === undefined) refuse(`没有检查项“${id}”，请检查拼写或删去`);
        else if (severity !== 'deduction') refuse(`检查项“${id}”的性质是“${severityTitles[severity]}”，不能计分，请删去`);
      }
    }
  });
}
