import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { GongkaiError } from '../model/errors.ts';
import { RuleFamily } from '../model/rule.ts';
import { readYaml } from './read-yaml.ts';

/** Reads the rule book in a folder, in the order of the file names. Throws GongkaiError: RULES_INVALID or FILE_UNREADABLE. */
export function loadRules(folder: string): readonly RuleFamily[] {
  const families = readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .sort()
    .map(file => readYaml(join(folder, file), RuleFamily, 'RULES_INVALID'));
  const ids = families.flatMap(({ rules }) => rules.map(({ id }) => id));
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) throw new GongkaiError('RULES_INVALID', `${folder}：规则编号“${twice}”出现了两次，请改名。`);
  return families;
}
