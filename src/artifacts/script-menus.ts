import type { Anchor } from '../model/page-reading.ts';
import { collapse } from '../text/normalise.ts';
import { resolve } from './address.ts';
import { type AddressTemplate, addressTemplate } from './address-templates.ts';
import { writtenLinks } from './script-markup.ts';
import { scriptTokens } from './script-tokens.ts';
import { type ScriptCall, type ScriptObject, scriptValues, type Value } from './script-values.ts';

/**
 * Menus that exist only in scripts: tree widgets, lists of `{name, url}` and `['name', 'url']`, JSON, and links that a script writes.
 * Words without an address count too where they are the branches of a tree; bare strings of a program do not.
 */
export function scriptMenus(scripts: readonly string[], base: string, encoding = 'utf-8'): Anchor[] {
  const read = scripts
    .filter(script => script.length <= longest && /\p{Script=Han}|\\u[4-9][0-9a-f]{3}/iu.test(script))
    .map(script => scriptValues(scriptTokens(script)));
  const known = constants(read.flatMap(({ calls }) => calls));
  const template = addressTemplate(read, known);
  const found = read.flatMap(({ objects, calls }) => [
    ...calls.flatMap(call => treeItem(call, known)),
    ...objects.flatMap(object => pair(object, known, template)),
    ...writtenLinks(calls, known),
  ]);
  const seen = new Set<string>();
  return found.flatMap(({ text, href, section = null, isEntry, isFrame }) => {
    const words = clean(text);
    const key = `${words} ${href}`;
    if (seen.has(key) || !(isFrame || isName(words))) return [];
    seen.add(key);
    const place = isEntry || words.length > longestName ? 'row' : 'navigation';
    return [
      {
        text: words,
        url: resolve(href, base, encoding),
        href,
        where: isFrame ? 'frame' : 'script',
        section,
        place,
        visibility: 'shown',
      } as const,
    ];
  });
}

/** A link that a script holds. */
export interface ScriptLink {
  readonly text: string;
  /** Empty where it is not written out. */
  readonly href: string;
  readonly section?: string | null;
  /** It has a day of its own: an entry of a list. */
  readonly isEntry?: boolean;
  readonly isFrame?: boolean;
}

/** Larger inline scripts are data dumps or libraries. */
const longest = 400_000;
const longestName = 22;
const isName = (text: string) => text.length <= 40 && /\p{Script=Han}/u.test(text) && !/[{}<>;=]|\$\(/.test(text);

/** WebFX, dTree, Treeview and their descendants: the first string with Chinese is the name, a later one the address. */
function treeItem({ name, values }: ScriptCall, known: Constants): readonly ScriptLink[] {
  const isList = name === '[' || name === 'new Array';
  if (!(isList ? values.length <= mostColumns : treeCalls.test(name))) return [];
  const strings = values.map(value => (value === null ? null : literalOf(value, known)));
  const at = strings.findIndex(string => string !== null && /\p{Script=Han}/u.test(string));
  if (at < 0) return [];
  const href = strings.slice(at + 1).find(string => string !== null && isAddress(string)) ?? null;
  return isList && href === null ? [] : [{ text: strings[at]!, href: href ?? '' }];
}

const mostColumns = 8;
const treeCalls =
  /^(?:new (?:[\w.]*\.)?(?:WebFX\w*|\w*Tree(?:Item|Node)?|\w*Menu(?:Item)?)|(?:[\w.]*\.)?(?:insFld|insDoc|gFld|gLnk|addItem|addMenuItem|addNode)|[\w.]+\.add(?:Node|Item)?)$/;

/** `{"name":"公开指南","url":"/gkzn/"}`; of a tree whose nodes have no address, those for which the script shows how it is made. */
function pair(object: ScriptObject, known: Constants, template: AddressTemplate | null): readonly ScriptLink[] {
  const { members } = object;
  const text = textOf(object, known);
  if (text === null) return [];
  const section = object.around ? textOf(object.around, known) : null;
  const isEntry = [...members.values()].some(value => /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}/.test(literalOf(value, known) ?? ''));
  const link = { text, section: section === null ? null : clean(section), isEntry };
  const written = firstOf(members, addressKeys);
  const href = written === null ? null : literalOf(written, known);
  // What a router calls a path is no address: in which form it appears in one is not known here.
  if (href !== null && !(members.has('component') && members.has('path'))) return [{ ...link, href }];
  const isNode = [...members.keys()].some(key => /^_?p(?:arent)?_?(?:id|node|code)$/.test(key));
  const made = template?.of(members, known) ?? null;
  return isNode || written !== null || made !== null ? [{ ...link, href: made ?? '' }] : [];
}

function textOf({ members }: ScriptObject, known: Constants): string | null {
  const value = firstOf(members, nameKeys);
  return value === null ? null : literalOf(value, known);
}

function firstOf(members: ReadonlyMap<string, Value>, keys: readonly string[]): Value | null {
  for (const key of keys) if (members.has(key)) return members.get(key)!;
  return null;
}

const nameKeys =
  'name title text label menuname menutitle columnname colname channelname catname classname nodename typename lmmc caption cname'.split(
    ' ',
  );
const addressKeys =
  'url href link linkurl path menuurl columnurl colurl channelurl pageurl redirecturl hrefurl jumpurl nodeurl link_url weburl'.split(' ');

/** Variables that hold one text all the time. */
export type Constants = ReadonlyMap<string, string | null>;

function constants(calls: readonly ScriptCall[]): Constants {
  const found = new Map<string, string | null>();
  for (const { name, values } of calls) {
    const [, variable, sign] = /^([\w$]+) (\+?=)$/.exec(name) ?? [];
    if (variable === undefined) continue;
    const [value] = values;
    const text =
      value && sign === '=' && value.every(part => 'literal' in part)
        ? value.map(part => ('literal' in part ? part.literal : '')).join('')
        : null;
    found.set(variable, found.has(variable) && found.get(variable) !== text ? null : text);
  }
  return found;
}

/** A text without holes; null when a part of it is not known. */
function literalOf(value: Value, known: Constants): string | null {
  const parts = value.map(part => ('literal' in part ? part.literal : (known.get(part.path) ?? null)));
  return parts.includes(null) ? null : parts.join('');
}

const isAddress = (string: string) =>
  !/\.(?:jpe?g|png|gif|webp|svg|css|js|mp4)(?:[?#]|$)/i.test(string) &&
  !/\s/.test(string.replace(/^javascript:/i, '')) &&
  /^(?:https?:)?\/|^\.{1,2}\/|\.(?:s?html?|jspx?|aspx?|php|do|action)\b|^[\w./-]+\/$|^[\w./-]*\?|^#!?\/|^javascript:/i.test(string);
const clean = (text: string) => collapse(text.replace(/<[^<>]*>/g, ' '));
