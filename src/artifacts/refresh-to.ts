import type { CheerioAPI } from 'cheerio';
import { addressInScript, baseOf, resolve } from './address.ts';
import { parseMetaRefresh } from './meta-refresh.ts';
import { scriptText } from './page-lines.ts';
import { tags } from './tags.ts';

/**
 * Where a page sends its reader by itself, absolute: by `<meta http-equiv=refresh>`, or by a short script that does nothing else. Null when
 * it does not, or loads itself again. `url`: its address.
 */
export function refreshTo($: CheerioAPI, url: string): string | null {
  const refresh = tags($, 'meta').find(({ attribs }) => /^\s*refresh\s*$/i.test(attribs['http-equiv'] ?? ''));
  const reference = parseMetaRefresh(refresh?.attribs.content ?? '')?.reference ?? jumpOf($);
  const target = reference === null ? null : resolve(reference, baseOf($, url));
  return target === url ? null : target;
}

/** A script that asks something first (which device, which button) does not send everybody on. */
function jumpOf($: CheerioAPI): string | null {
  const jump = tags($, 'script')
    .map(scriptText)
    .find(code => code.length <= longestJump && /location/.test(code) && !/\bif\b|\?|onclick|addEventListener/.test(code));
  return jump === undefined ? null : addressInScript(jump);
}

/** Characters. */
const longestJump = 200;
