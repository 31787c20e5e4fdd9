import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRules } from '../../src/config/load-rules.ts';
import { catalogue } from '../support/judge-site.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const newFolder = temporaryFolders();
const rules = loadRules('data/rules').flatMap(family => family.rules);
const judged = new Set(catalogue.checks.flatMap(({ spec }) => spec.rules));

describe('the rule book is accounted for', () => {
  test.for(rules)('$id is judged by a check, or says why by none', ({ id, unjudged }) => {
    expect(judged.has(id)).toBe(unjudged === undefined);
  });

  test('every rule that a check names is in it', () => {
    const known = new Set(rules.map(({ id }) => id));
    expect([...judged].filter(id => !known.has(id))).toEqual([]);
  });
});

describe('a faulty rule book is refused in one sentence', () => {
  const family = (rule: string) => `title: 甲\nsource: 乙\neffective: { from: 2020-01-01 }\nrules:\n  - ${rule}\n`;
  const sound = '{ id: A-1, title: 甲, severity: veto, confidence: confirmed }';
  test.for<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a rule twice', { '1.yaml': family(sound), '2.yaml': family(sound) }, /规则编号“A-1”出现了两次/],
    ['a year that is a number', { '1.yaml': family(sound.replace('severity', 'from: 2019, severity')) }, /1\.yaml 第 5 行“rules/],
    ['an unknown reason', { '1.yaml': family(sound.replace(' }', ', unjudged: { why: lazy, note: 甲 } }')) }, /unjudged/],
    ['no reason', { '1.yaml': family(sound.replace(' }', ', unjudged: { why: offline } }')) }, /unjudged/],
  ])('%s', ([, files, message]) => {
    const folder = newFolder();
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    expect(() => loadRules(folder)).toThrow(message);
  });
});
