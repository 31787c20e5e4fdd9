import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { resolve } from './address.ts';

/**
 * Menus that exist only in scripts: tree widgets, `{name, url}` pairs and links written by `document.write`.
 * Words without an address count too, since they are the branches of such a menu; bare strings of a program do not.
 */
export function scriptMenus(scripts: readonly string[], base: string): Anchor[] {
  const found = scripts.flatMap(script => (script.length > longest ? [] : [...treeItems(script), ...pairs(script), ...written(script)]));
  const seen = new Set<string>();
  return found.flatMap(({ text, href }) => {
    const key = `${text} ${href}`;
    if (seen.has(key) || !isName(text)) return [];
    seen.add(key);
    return [{ text, url: resolve(href, base), href, where: 'script', section: null, place: 'navigation' } as const];
  });
}

interface Entry {
  readonly text: string;
  readonly href: string;
}

/** Larger inline scripts are data dumps or libraries. */
const longest = 400_000;
const isName = (text: string) => text.length <= 40 && /\p{Script=Han}/u.test(text) && !/[{}<>;=]|\$\(/.test(text);

/** WebFX, dTree, Treeview and their descendants: the first string with Chinese is the name, a later one the address. */
function* treeItems(script: string): Generator<Entry> {
  for (const [, args = ''] of script.matchAll(treeCall)) {
    const strings = [...args.matchAll(quoted)].map(([, , text = '']) => text);
    const text = strings.find(string => /\p{Script=Han}/u.test(string));
    if (text !== undefined) yield { text: clean(text), href: strings.slice(strings.indexOf(text) + 1).find(isAddress) ?? '' };
  }
}

const treeCall =
  /(?:new\s+(?:WebFX\w*|\w*Tree(?:Item|Node)?|\w*Menu(?:Item)?)|\b(?:insFld|insDoc|gFld|gLnk|addItem|addMenuItem|addNode|\w+\.add(?:Node|Item)?))\s*\(((?:[^()'"]|'[^'\n]{0,300}'|"[^"\n]{0,300}"){1,600})\)/g;
const quoted = /(['"])((?:(?!\1)[^\n])*)\1/g;

/** `{"name":"公开指南","url":"/gkzn/"}` in either order, among other members. */
function* pairs(script: string): Generator<Entry> {
  for (const [object] of script.matchAll(/\{[^{}]{8,800}\}/g)) {
    const text = member(object, nameKeys);
    const href = member(object, addressKeys);
    if (text !== undefined && href !== undefined) yield { text: clean(text), href: href.replace(/\\\//g, '/') };
  }
}

const member = (object: string, key: RegExp): string | undefined => key.exec(object)?.[2];
const nameKeys =
  /(?:^|[{,\s])['"]?(?:name|title|text|label|menuname|columnname|channelname|catname|classname|nodename|typename)['"]?\s*:\s*(['"])((?:(?!\1)[^\n\\]|\\.)*)\1/i;
const addressKeys =
  /(?:^|[{,\s])['"]?(?:url|href|link|linkurl|path|menuurl|columnurl|channelurl|pageurl|redirecturl)['"]?\s*:\s*(['"])((?:(?!\1)[^\n])*)\1/i;

/** Links in the strings that a script writes into the page. */
function* written(script: string): Generator<Entry> {
  for (const [, , markup = ''] of script.matchAll(/document\.write(?:ln)?\s*\(\s*(['"])((?:(?!\1)[^\n\\]|\\.){0,2000})\1/g)) {
    for (const [, href = '', text = ''] of markup
      .replace(/\\(['"/])/g, '$1')
      .matchAll(/<a\s[^>]*?href=["']?([^"'\s>]*)[^>]*>([^<]*)<\/a>/gi)) {
      yield { text: clean(text), href };
    }
  }
}

const isAddress = (string: string) => /^(?:https?:)?\/|^\.{1,2}\/|\.(?:s?html?|jsp|aspx?|php|do)\b|^[\w./-]+\/$|\?/.test(string);
const clean = (text: string) =>
  collapse(text.replace(/\\u([0-9a-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replace(/<[^>]*>/g, ' '));
