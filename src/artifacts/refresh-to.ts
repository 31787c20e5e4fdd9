import type { CheerioAPI } from 'cheerio';
import { baseOf, resolve } from './address.ts';
import { parentOf } from './around.ts';
import { type DomElement, rootOf } from './dom.ts';
import { parseMetaRefresh } from './meta-refresh.ts';
import { scriptText } from './page-lines.ts';
import { addressInScript } from './script-address.ts';
import { tags } from './tags.ts';

/**
 * Where a page sends its reader by itself, absolute: by `<meta http-equiv=refresh>`, or by a short script that does nothing else. Null when
 * it does not, or loads itself again. `url`: its address; `encoding`: the page's. What is meant for readers without script does not count.
 */
export function refreshTo($: CheerioAPI, url: string, encoding = 'utf-8'): string | null {
  const refresh = refreshTag($);
  const reference = parseMetaRefresh(refresh?.attribs.content ?? '')?.reference ?? jumpOf($);
  const target = reference === null ? null : resolve(reference, baseOf($, url), encoding);
  return target === url ? null : target;
}

/** The `<meta http-equiv=refresh>` of a page that is meant for every reader. */
export const refreshTag = ($: CheerioAPI): DomElement | undefined =>
  tags($, 'meta').find(meta => /^\s*refresh\s*$/i.test(meta.attribs['http-equiv'] ?? '') && parentOf(meta)?.name !== 'noscript');

/** What sends a reader on as soon as the page is there, as written: its scripts, and what its body does when it is loaded. */
export const jumpCodes = ($: CheerioAPI): readonly string[] => [...tags($, 'script').map(scriptText), rootOf($)?.attribs.onload ?? ''];

/** A script that asks something first (which button) does not send everybody on; one that asks for the device sends readers at a desk elsewhere. */
function jumpOf($: CheerioAPI): string | null {
  for (const code of jumpCodes($)) {
    if (code.length > longestJump || !jumps.test(code) || /onclick|addEventListener/.test(code) || !isCalled(code)) continue;
    if (/\bif\b|\?/.test(code.replace(/(["'])[^"'\n]{0,300}\1/g, ''))) {
      const desk = devices.test(code) ? (code.split(/\belse\b(?!\s{0,9}if\b)/)[1] ?? '') : '';
      if (desk !== '') return targetIn(desk);
    } else if (code.length <= longestPlainJump) return targetIn(code);
  }
  return null;
}

/** A function that nobody calls here waits for a click. */
function isCalled(code: string): boolean {
  const name = /\bfunction\s{1,9}([\w$]{1,60})/.exec(code)?.[1];
  return name === undefined || code.split(name).length > 2;
}

const jumps = /location|http-equiv|open\s?\([^)]{0,200}_(?:self|top)/i;
const devices = /userAgent|mobile|android|iphone|platform/i;

/** Characters. */
const longestPlainJump = 200;
const longestJump = 1500;

function targetIn(code: string): string | null {
  const written = /http-equiv[^>]{0,40}refresh[^>]{0,60}?url\s?=\s?\\?["']?([^"'\\>\s]{1,300})/i.exec(code)?.[1];
  if (written !== undefined) return written;
  const below = /location\.(?:host|hostname|origin)\s?\+\s?["'](\/[^"'\s]{0,300})["']/.exec(code)?.[1];
  if (below !== undefined) return below;
  const name = /location(?:\.href)?\s?=\s?([\w$]{1,40})\s?(?:;|$|\}|\n)|location\.(?:assign|replace)\s?\(\s?([\w$]{1,40})\s?\)/.exec(code);
  const variable = name?.[1] ?? name?.[2];
  if (variable === undefined) return addressInScript(code);
  const literal = [...code.matchAll(/([\w$]{1,40})\s?=\s?(["'])([^"'\s]{1,300})\2\s?[;,\n]/g)].find(
    ([, assigned]) => assigned === variable,
  );
  return literal?.[3] ?? null;
}
