import type { DocumentTable } from '../model/document.ts';
import { formatOf } from './format-of.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';
import { joinReasons, tooMuch, unreadable } from './raw-reading.ts';
import { UnpackedTooMuch, unzip, zipNames } from './unzip.ts';

const most = { members: 30, named: 500, told: 5 } as const;

/**
 * The documents within a ZIP, one level deep: names of all, words and tables of those that `read` knows. Archives within it are named and
 * left alone.
 */
export async function readArchive(
  bytes: Uint8Array,
  limits: DocumentLimits,
  read: (bytes: Uint8Array) => Promise<RawReading>,
): Promise<RawReading> {
  const names = zipNames(bytes)?.filter(name => !isNoise(name));
  if (names === undefined) return unreadable('文件已损坏，无法打开');
  if (names.length === 0) return unreadable('压缩包内没有文件');
  const wanted = new Set(names.slice(0, most.members));
  try {
    const members = unzip(bytes, name => wanted.has(name), limits.unpacked);
    const parts: string[] = [];
    const tables: DocumentTable[] = [];
    const reasons: string[] = [];
    for (const { name, bytes } of members) {
      const reading = archives.has(formatOf(bytes)) ? unreadable('是压缩包中的压缩包') : await read(bytes);
      parts.push(name, reading.text);
      tables.push(...reading.tables);
      if (reading.unread !== null) reasons.push(`${name}：${reading.unread}`);
    }
    const rest = names.slice(most.members, most.named);
    const unread = joinReasons([
      reasons.length === 0 ? null : `压缩包内有${reasons.length}个文件没有读完（${reasons.slice(0, most.told).join('；')}）`,
      names.length > most.members ? `压缩包内有${names.length}个文件，只读取了前${most.members}个` : null,
    ]);
    return { text: [...parts, ...rest].join('\n'), tables, pages: null, unread };
  } catch (error) {
    const reason = error instanceof UnpackedTooMuch ? tooMuch.unpacked : '文件已损坏或设有密码，无法解压';
    return { ...unreadable(reason), text: names.slice(0, most.named).join('\n') };
  }
}

const archives: ReadonlySet<string> = new Set(['zip', 'rar', '7z']);

/** Folders, and what macOS and Windows leave in archives. */
const isNoise = (name: string): boolean => /\/$|(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);
