import type { ScriptToken } from './script-tokens.ts';

/** Part of a text that a script puts together: words as written, or the name of what is put in (`node.id`); `?` where it is not a name. */
export type ValuePart = { readonly literal: string } | { readonly path: string };
export type Value = readonly ValuePart[];

/** `{name: '公开指南', url: '/gkzn/'}` */
export interface ScriptObject {
  /** Keys in lower case. Only texts and numbers. */
  readonly members: ReadonlyMap<string, Value>;
  readonly around: ScriptObject | null;
}

/** `d.add(3, 0, '公开指南')`, `['公开指南', '/gkzn/']` (whose name is `[`), `html += '…'`, `location.href = '…'`. */
export interface ScriptCall {
  readonly name: string;
  /** Null in place of what is neither text nor number. */
  readonly values: readonly (Value | null)[];
}

export interface ScriptValues {
  /** In the order in which they begin. */
  readonly objects: readonly ScriptObject[];
  readonly calls: readonly ScriptCall[];
}

/** Objects, lists, calls and assignments of a script whose content is written out. One pass. */
export function scriptValues(tokens: readonly ScriptToken[]): ScriptValues {
  const objects: Mutable[] = [];
  const calls: ScriptCall[] = [];
  const open: Frame[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark' && token.text === '{') open.push({ object: objectIn(open) });
    else if (token.kind === 'mark' && (token.text === '(' || token.text === '['))
      open.push({ call: { name: nameBefore(tokens, i), values: [] }, object: null });
    else if (token.kind === 'mark' && closing.has(token.text)) close(open.pop());
    else if (token.kind === 'mark' && token.text === '=' && !isMark(tokens[i + 1], '=')) assign(i);
    else if (begins(tokens, i)) take(i, open.at(-1));
  }
  return { objects: objects.filter(({ members }) => members.size > 0), calls };

  function objectIn(frames: readonly Frame[]): Mutable {
    let around: Mutable | null = null;
    for (let at = frames.length - 1, steps = 0; at >= 0 && around === null && steps < 6; at--, steps++) around = frames[at]!.object;
    const object = { members: new Map<string, Value>(), around };
    objects.push(object);
    return object;
  }

  function close(frame: Frame | undefined): void {
    if (frame?.call && frame.call.values.length > 0) calls.push(frame.call);
  }

  function take(i: number, frame: Frame | undefined): void {
    if (frame?.call) frame.call.values.push(valueAt(tokens, i));
    else if (frame?.object && isMark(tokens[i + 1], ':') && frame.object.members.size < mostMembers) {
      const value = valueAt(tokens, i + 2);
      if (value) frame.object.members.set(tokens[i]!.text.toLowerCase(), value);
    }
  }

  function assign(i: number): void {
    const value = valueAt(tokens, i + 1);
    const isAdded = isMark(tokens[i - 1], '+');
    const name = nameBefore(tokens, isAdded ? i - 1 : i);
    if (value && name !== '' && name !== '[') calls.push({ name: `${name} ${isAdded ? '+=' : '='}`, values: [value] });
  }
}

interface Mutable extends ScriptObject {
  readonly members: Map<string, Value>;
}
interface Frame {
  readonly object: Mutable | null;
  readonly call?: { readonly name: string; readonly values: (Value | null)[] };
}

const mostMembers = 60;
const closing = new Set(['}', ')', ']']);
const isMark = (token: ScriptToken | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text;

/** The token is the first of a member or an argument. */
function begins(tokens: readonly ScriptToken[], i: number): boolean {
  const before = tokens[i - 1];
  return (
    tokens[i]!.kind !== 'mark' &&
    before?.kind === 'mark' &&
    (before.text === ',' || before.text === '{' || before.text === '(' || before.text === '[')
  );
}

/** `new WebFXTreeItem`, `d.add`; `[` for a list; empty where brackets only group. */
function nameBefore(tokens: readonly ScriptToken[], i: number): string {
  let name = '';
  let at = i - 1;
  for (let steps = 0; steps < 6 && tokens[at]?.kind === 'name'; steps++) {
    name = `${tokens[at]!.text}${name === '' ? '' : '.'}${name}`;
    if (!isMark(tokens[at - 1], '.')) break;
    at -= 2;
    // `$('#menu').html(`, `list[0].innerHTML`
    if (tokens[at]?.kind !== 'name') break;
  }
  if (name === '') return isMark(tokens[i], '[') ? '[' : '';
  return tokens[at - 1]?.kind === 'name' && tokens[at - 1]!.text === 'new' ? `new ${name}` : name;
}

/** A text put together from literals and names at a place of a script; null when something else stands there. */
function valueAt(tokens: readonly ScriptToken[], from: number): Value | null {
  const parts: ValuePart[] = [];
  let at = from;
  while (parts.length < mostParts && at - from < mostTokens) {
    const token = tokens[at];
    if (token?.kind === 'string') parts.push({ literal: token.text });
    else if (token?.kind === 'name') {
      const { path, end } = pathAt(tokens, at);
      if (parts.length === 0 && !isMark(tokens[end + 1], '+') && path.startsWith(unknown)) return null;
      parts.push(/^\d+$/.test(path) ? { literal: path } : { path });
      at = end;
    } else return parts.length === 0 ? null : [...parts, { path: unknown }];
    if (!isMark(tokens[at + 1], '+')) return parts;
    at += 2;
  }
  return [...parts, { path: unknown }];
}

const mostParts = 60;
const mostTokens = 300;
/** What a call or a place in a list gives is not known; only the name of its member is (`list[i].id`). */
const unknown = '?';

function pathAt(tokens: readonly ScriptToken[], from: number): { readonly path: string; readonly end: number } {
  let path = tokens[from]!.text;
  let at = from;
  for (let steps = 0; steps < 8; steps++) {
    if (isMark(tokens[at + 1], '.') && tokens[at + 2]?.kind === 'name') {
      at += 2;
      path += `.${tokens[at]!.text}`;
    } else if (isMark(tokens[at + 1], '(') || isMark(tokens[at + 1], '[')) {
      const end = closeOf(tokens, at + 1);
      if (end < 0) return { path: unknown, end: at };
      path = unknown;
      at = end;
    } else break;
  }
  return { path, end: at };
}

/** The bracket that closes the one at a place; -1 when it is not near. */
function closeOf(tokens: readonly ScriptToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length && at < from + 60; at++) {
    if (tokens[at]!.kind !== 'mark') continue;
    if (tokens[at]!.text === '(' || tokens[at]!.text === '[') depth++;
    else if ((tokens[at]!.text === ')' || tokens[at]!.text === ']') && --depth === 0) return at;
  }
  return -1;
}
