import type { Trouble } from '../model/artifacts.ts';
import type { DocumentReading } from '../model/document.ts';
import type { Look } from '../model/snapshot.ts';
import type { Belonging } from './belonging.ts';
import { emptySentence } from './empty-page.ts';
import { othersDocument } from './others-document.ts';
import { troubleOnTheWay } from './trouble.ts';

/**
 * What is wrong with a target that was not read as a page: a file, or an address nobody opened. Null for a file that was read whole, says
 * something, and is not another unit's. `reading`: what is in it; null when it was not opened.
 */
export function documentTrouble(look: Look | null, reading: DocumentReading | null, belonging: Belonging): Trouble | null {
  if (!look) return { kind: 'unsure', reason: '目标页面未查看' };
  const trouble = troubleOnTheWay(look);
  if (trouble) return trouble;
  // A link that was only tried was not read: its look has no body, which says nothing of the page.
  if (look.purpose !== 'page') return { kind: 'unsure', reason: '目标页面未查看' };
  if (look.truncated) return { kind: 'unsure', reason: '文件没有传完整' };
  if (look.bytes === 0) return troubleOfNothing(look);
  return reading === null ? { kind: 'unsure', reason: '文件未能读取' } : troubleOfText(reading, belonging);
}

/** A body that was left alone because of its size or its type has no bytes here; that says nothing of what is in it. */
function troubleOfNothing({ headers, bodySha256 }: Look): Trouble {
  const announced = Number(headers['content-length'] ?? Number.NaN);
  if (bodySha256 !== null || announced === 0) return { kind: 'empty', reason: '文件是空的' };
  return { kind: 'unsure', reason: announced > 0 ? `文件约${sizeOf(announced)}，没有下载，未能读取` : '文件没有下载，未能读取' };
}

const sizeOf = (bytes: number): string => (bytes >= 1e6 ? `${Math.round(bytes / 1e6)}MB` : `${Math.max(1, Math.round(bytes / 1e3))}KB`);

function troubleOfText({ format, text, unread }: DocumentReading, belonging: Belonging): Trouble | null {
  if (format === 'html') {
    const sentence = emptySentence(text);
    return sentence
      ? { kind: 'soft-404', reason: `打开的不是文件，显示“${sentence}”` }
      : { kind: 'unsure', reason: '打开的不是文件，是网页' };
  }
  if (unread !== null) return { kind: 'unsure', reason: unread };
  // A drawing, or letters drawn as lines, may say it all: only a file without a byte is known to be empty.
  if (text.trim() === '') return { kind: 'unsure', reason: '文件里没有可读取的文字，需人工核对' };
  const owner = othersDocument({ kind: 'article', text: text.replaceAll('\n', ' ') }, belonging);
  if (owner === null) return null;
  // The forms of budgets are often drawn up by the finance bureau, and bear its name alone.
  if (/财政[局厅部]/.test(owner)) return { kind: 'unsure', reason: `写的是${owner}，可能由财政部门统一制作，需人工核对` };
  return { kind: 'wrong-unit', reason: `写的是${owner}` };
}
