import type { Trouble } from '../model/artifacts.ts';
import type { Look } from '../model/snapshot.ts';
import { troubleOnTheWay } from './trouble.ts';

/**
 * What is wrong with a target that was not read as a page: a document that answered is the thing itself, the rest was not looked at.
 * A body that was left alone because of its size or its type has no bytes here; that says nothing of what is in it.
 */
export function documentTrouble(look: Look | null): Trouble | null {
  if (!look) return { kind: 'unsure', reason: '目标页面未查看' };
  const trouble = troubleOnTheWay(look);
  if (trouble) return trouble;
  // A link that was only tried was not read: its look has no body, which says nothing of the page.
  if (look.purpose !== 'page') return { kind: 'unsure', reason: '目标页面未查看' };
  if (look.truncated) return { kind: 'unsure', reason: '文件没有传完整' };
  if (look.bytes > 0) return null;
  const announced = Number(look.headers['content-length'] ?? Number.NaN);
  if (look.bodySha256 !== null || announced === 0) return { kind: 'empty', reason: '文件是空的' };
  return { kind: 'unsure', reason: announced > 0 ? `文件约${sizeOf(announced)}，没有下载，未能读取` : '文件没有下载，未能读取' };
}

const sizeOf = (bytes: number): string => (bytes >= 1e6 ? `${Math.round(bytes / 1e6)}MB` : `${Math.max(1, Math.round(bytes / 1e3))}KB`);
