import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolders } from '../temporary-folders.ts';
import { runProgram } from './run-program.ts';

const newFolder = temporaryFolders();
const make = (folder: string, id: string, kind = 'required-item') =>
  runProgram(folder, ['checks', 'new', id, '--kind', kind, '--folder', folder]);

describe('checks new', () => {
  test('writes a file that validate refuses until it is filled in, and takes then', async () => {
    const folder = newFolder();
    const file = join(folder, 'own-check.yaml');
    expect(await make(folder, 'own-check')).toMatchObject({ code: 0, stdout: expect.stringContaining('own-check.yaml') });
    const refused = await runProgram(folder, ['checks', 'validate', folder]);
    expect(refused).toMatchObject({ code: 64, stderr: expect.stringMatching(/own-check\.yaml 第 \d+ 行.*还没有填写/) });

    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('待填', '填好'));
    expect(await runProgram(folder, ['checks', 'validate', folder])).toMatchObject({ code: 0 });
  });

  test('overwrites nothing, and takes no id or kind that cannot be', async () => {
    const folder = newFolder();
    await make(folder, 'own-check');
    writeFileSync(join(folder, 'own-check.yaml'), 'mine');
    expect(await make(folder, 'own-check')).toMatchObject({ code: 64, stderr: expect.stringContaining('已经存在') });
    expect(readFileSync(join(folder, 'own-check.yaml'), 'utf8')).toBe('mine');
    const without = await runProgram(folder, ['checks', 'new', 'other']);
    expect(without).toMatchObject({ code: 64, stderr: '缺少选项 --kind <kind>，请在命令后加 --help 查看用法。\n' });
    expect(await make(folder, 'Own Check')).toMatchObject({ code: 64, stderr: expect.stringContaining('Own Check') });
    expect(await make(folder, 'other', 'magic')).toMatchObject({ code: 64, stderr: expect.stringContaining('required-item') });
    expect(existsSync(join(folder, 'other.yaml'))).toBe(false);
  });
});
