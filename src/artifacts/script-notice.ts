import type { CheerioAPI } from 'cheerio';
import { collapse } from '../text/normalise.ts';
import { isText } from './dom.ts';
import { tags } from './tags.ts';

/**
 * What a page without words of its own says in a box before it sends its reader away: `alert('信息不存在'); history.back()`.
 * Null when no script does so. Scripts are read as text, never run.
 */
export function scriptNotice($: CheerioAPI): string | null {
  for (const script of tags($, 'script')) {
    const code = script.children.map(child => (isText(child) ? child.data : '')).join('');
    if (code.length > longestScript || !sendsAway.test(code)) continue;
    const said = message.exec(code)?.[2];
    if (said !== undefined) return collapse(said);
  }
  return null;
}

/** Characters. A library knows such calls too; what answers in place of a page is short. */
const longestScript = 1000;
const message = /\b(?:alert|layer\.(?:msg|alert))\s{0,9}\(\s{0,9}(["'])([^"'\n\\]{2,80})\1/;
const sendsAway = /\bhistory\.(?:back|go)\b|\blocation\b|\bwindow\.(?:close|opener)\b|\b(?:self|top)\.close\b/;
