import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GongkaiError } from '../model/errors.ts';

/** Writes a report file, making its folder. Throws FILE_UNREADABLE when that cannot be done. */
export function writeReport(file: string, content: string | Uint8Array): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法写入文件 ${file}，请检查路径和权限。`, { cause });
  }
}
