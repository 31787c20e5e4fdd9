import type { Constants } from './script-menus.ts';
import type { ScriptValues, Value } from './script-values.ts';

/** How a script makes the address of an entry from one of its members: `'/col/col' + node.id + '/index.html'`. */
export interface AddressTemplate {
  /** The address of an entry; null when it lacks the member. */
  of(members: ReadonlyMap<string, Value>, known: Constants): string | null;
}

/** The one template of addresses that the scripts of a page show; null when they show none, or several. */
export function addressTemplate(scripts: readonly ScriptValues[], known: Constants): AddressTemplate | null {
  const found = new Map<string, readonly [prefix: string, key: string, suffix: string]>();
  for (const { calls, objects } of scripts) {
    for (const { name, values } of calls) for (const value of values) if (value) learn(value, goesThere.test(name));
    for (const { members } of objects) for (const [key, value] of members) learn(value, /url|href|link/.test(key));
  }
  if (found.size !== 1) return null;
  const [[prefix, key, suffix]] = [...found.values()] as [readonly [string, string, string]];
  return {
    of(members, constants) {
      const value = members.get(key)?.map(part => ('literal' in part ? part.literal : (constants.get(part.path) ?? null)));
      return value === undefined || value.includes(null) || !/^[\w-]{1,60}$/.test(value.join(''))
        ? null
        : `${prefix}${value.join('')}${suffix}`;
    },
  };

  function learn(value: Value, isAddress: boolean): void {
    if (value.length < 2) return;
    const pieces = value.map(part => ('literal' in part ? part.literal : (known.get(part.path) ?? part)));
    const holes = pieces.filter(piece => typeof piece !== 'string');
    const at = pieces.findIndex((piece, i) => typeof piece !== 'string' && (isAddress || inHref.test(before(i))));
    const hole = pieces[at];
    if (hole === undefined || typeof hole === 'string' || (isAddress && holes.length !== 1)) return;
    const key = hole.path.split('.').at(-1)!.toLowerCase();
    const prefix = isAddress ? before(at) : (inHref.exec(before(at))?.[1] ?? '');
    const rest = typeof pieces[at + 1] === 'string' ? (pieces[at + 1] as string) : '';
    const suffix = isAddress ? rest : (/^[^"'\s<>]*/.exec(rest)?.[0] ?? '');
    if (startsAddress.test(prefix) && idKeys.test(key)) found.set(`${prefix}\n${key}\n${suffix}`, [prefix, key, suffix]);

    function before(i: number): string {
      return pieces
        .slice(0, i)
        .map(piece => (typeof piece === 'string' ? piece : ' '))
        .join('')
        .slice(-400);
    }
  }
}

const goesThere = /(?:location|href|\bsrc)\s=$|open$|(?:go|jump|link|open|to)\w*$|replace$|assign$|\.attr$/i;
const inHref = /href\s{0,3}=\s{0,3}["']?([^"'\s<>]{0,200})$/i;
const startsAddress =
  /^(?:(?:https?:)?\/\/[^/]+\/|\.{0,2}\/)[\w./?=&%-]*$|^[\w/-]+\.(?:s?html?|jspx?|aspx?|php|do|action)\?[\w=&%-]*$|^#!?\/[\w/?=&-]*$/i;
const idKeys = /id$|code$|no$|key$|num$/;
