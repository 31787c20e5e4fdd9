import type { CheerioAPI } from 'cheerio';
import { scriptText } from './page-lines.ts';
import { tags } from './tags.ts';

const longestScript = 50_000;
const longestInAll = 200_000;

/** The code of the page's inline scripts, one string each, without what is commented out. */
export function inlineScripts($: CheerioAPI): readonly string[] {
  const scripts: string[] = [];
  let room = longestInAll;
  for (const script of tags($, 'script')) {
    const code = scriptText(script).slice(0, Math.min(longestScript, room));
    if (code === '') continue;
    scripts.push(withoutComments(code));
    room -= code.length;
    if (room <= 0) break;
  }
  return scripts;
}

/** Whole lines and blocks only: what follows `//` in an address is no comment. */
function withoutComments(code: string): string {
  const lines: string[] = [];
  let inBlock = false;
  for (const line of code.split('\n')) {
    const start = line.trimStart();
    if (!inBlock && start.startsWith('/*')) inBlock = true;
    if (inBlock) {
      const end = line.indexOf('*/');
      if (end < 0) continue;
      inBlock = false;
      lines.push(line.slice(end + 2));
    } else if (!start.startsWith('//')) lines.push(line.replace(/<!--[^>]*-->/g, ''));
  }
  return lines.join('\n');
}

/** The words that inline scripts write into the page from constants (`document.write('版权所有：…')`), without their tags. */
export function wordsWrittenBy(scripts: readonly string[]): string {
  const written = scripts
    .filter(code => /document\.write|innerHTML|\.html\(|\.append\(/.test(code))
    .flatMap(code => Array.from(code.matchAll(constant), ([, double, single, template]) => double ?? single ?? template ?? ''))
    .filter(text => /\p{Script=Han}/u.test(text));
  return written
    .join(' ')
    .replace(/<[^<>]{0,500}>/g, ' ')
    .replace(/&(?:nbsp|copy|ensp|emsp|#160);?/g, ' ')
    .replace(/\\[nrt]/g, ' ')
    .replace(/\s+/g, ' ');
}

const constant = /"((?:[^"\\\n]|\\.){1,4000})"|'((?:[^'\\\n]|\\.){1,4000})'|`([^`]{1,4000})`/g;
