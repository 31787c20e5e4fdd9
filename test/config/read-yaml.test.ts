import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/config/read-yaml.ts';
import { GongkaiError } from '../../src/model/errors.ts';
import { temporaryFolders } from '../temporary-folders.ts';

const schema = z.strictObject({
  title: z.string().min(1),
  from: z.iso.date().optional(),
  style: z.enum(['加权', '扣分']).default('加权'),
  parts: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/, '编号只能用小写字母'), points: z.number().positive() })).default([]),
});

const newFolder = temporaryFolders();

function read(content: string | Uint8Array) {
  const file = join(newFolder(), 'file.yaml');
  writeFileSync(file, content);
  return readYaml(file, schema, 'SCHEME_INVALID');
}

function errorOf(content: string | Uint8Array): GongkaiError {
  try {
    read(content);
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('The file was accepted.');
}

describe('readYaml', () => {
  test('gives what the schema makes of the file, defaults included', () => {
    expect(read('title: 甲\nfrom: 2019-05-15\nparts:\n  - { id: a, points: 1.5 }\n')).toEqual({
      title: '甲',
      from: '2019-05-15',
      style: '加权',
      parts: [{ id: 'a', points: 1.5 }],
    });
  });

  test('does not mind a byte order mark, which Windows editors write', () => {
    expect(read('\uFEFFtitle: 甲\n').title).toBe('甲');
  });

  test.for<{ name: string; content: string; line: number; says: string[] }>([
    { name: 'a misspelt key', content: 'title: 甲\npart: []\n', line: 2, says: ['“part”', '不认识的键'] },
    {
      name: 'a misspelt key deep inside',
      content: 'title: 甲\nparts:\n  - id: a\n    points: 1\n    pionts: 2\n',
      line: 5,
      says: ['parts 第1项 › pionts'],
    },
    {
      name: 'something missing',
      content: 'title: 甲\nparts:\n  - id: a\n    points: 1\n  - id: b\n',
      line: 5,
      says: ['parts 第2项 › points', '缺少', '数字'],
    },
    { name: 'a word for a number', content: 'title: 甲\nparts:\n  - { id: a, points: 十 }\n', line: 3, says: ['应为数字', '“十”'] },
    { name: 'a number out of range', content: 'title: 甲\nparts:\n  - { id: a, points: 0 }\n', line: 3, says: ['应大于 0', '“0”'] },
    { name: 'a day that is not in the calendar', content: 'title: 甲\nfrom: 2026-02-30\n', line: 2, says: ['应为日期', '2026-02-30'] },
    { name: 'a word not on the list', content: 'title: 甲\nstyle: 倒扣\n', line: 2, says: ['“加权”、“扣分”', '“倒扣”'] },
    { name: "the schema's own sentence", content: 'title: 甲\nparts:\n  - { id: A, points: 1 }\n', line: 3, says: ['编号只能用小写字母'] },
    { name: 'a list for a map', content: '- 甲\n', line: 1, says: ['应为一组“键: 值”', '列表'] },
    { name: 'an empty file', content: '', line: 1, says: ['应为一组“键: 值”', '空'] },
    { name: 'a key written twice', content: 'title: 甲\nfrom: 2026-01-01\ntitle: 乙\n', line: 3, says: ['写了两次'] },
    { name: 'a tab for indentation', content: 'title: 甲\nparts:\n\t- id: a\n', line: 3, says: ['制表符'] },
    { name: 'a full-width colon', content: 'title: 甲\nfrom：2026-01-01\n', line: 2, says: ['冒号'] },
    { name: 'a quote left open', content: 'title: "甲\n', line: 2, says: ['引号'] },
    { name: 'a tag that asks for code', content: 'title: !!js/function x\n', line: 1, says: ['YAML 写法有误'] },
    { name: 'a second document', content: 'title: 甲\n---\ntitle: 乙\n', line: 2, says: ['---'] },
  ])('says where and how to mend: $name', ({ content, line, says }) => {
    const { code, message } = errorOf(content);
    expect(code).toBe('SCHEME_INVALID');
    expect(message).toContain(`file.yaml 第 ${line} 行`);
    for (const words of says) expect(message).toContain(words);
    expect(message).toMatch(/^[^\n。]+。$/);
  });

  test('counts the faults it does not spell out', () => {
    expect(errorOf('parts:\n  - { id: a, points: -1 }\n').message).toContain('另有 1 处错误');
  });

  test('refuses aliases that grow without end, and those that lead nowhere', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: [*c,*c,*c,*c,*c]',
    ];
    expect(errorOf(bomb.join('\n')).code).toBe('SCHEME_INVALID');
    expect(errorOf('title: *nobody\n').code).toBe('SCHEME_INVALID');
  });

  test('refuses a file in another encoding instead of reading it wrongly', () => {
    const gbk = Uint8Array.of(0x74, 0x69, 0x74, 0x6c, 0x65, 0x3a, 0x20, 0xbc, 0xd7, 0x0a);
    const { code, message } = errorOf(gbk);
    expect(code).toBe('FILE_UNREADABLE');
    expect(message).toContain('UTF-8');
  });

  test('names the file that is not there', () => {
    expect(() => readYaml('/nowhere/方案.yaml', schema, 'SCHEME_INVALID')).toThrow(
      expect.objectContaining({ code: 'FILE_UNREADABLE', message: expect.stringContaining('/nowhere/方案.yaml') }),
    );
  });
});
