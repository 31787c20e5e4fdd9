import type { DomElement } from './nodes.ts';

/** One way in which a style sheet of the page itself hides elements. */
export interface HidingRule {
  /** From the outermost ancestor to the element itself. */
  readonly path: readonly Compound[];
  /** Another rule of the same sheet shows what this one hides: when its heading is touched, or when a script gives it a further class. */
  readonly isOpened: boolean;
}

/** `ul.sub#gk` */
export interface Compound {
  /** Lower case; null for any. */
  readonly tag: string | null;
  readonly classes: readonly string[];
  readonly ids: readonly string[];
}

/** How a declaration block leaves an element: gone, there, or untouched. `style`: declarations as written. */
export function shownBy(style: string): 'gone' | 'shown' | null {
  if (/(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style) || isAway(style) || isNothing(style)) return 'gone';
  return /(?:^|[;\s])(?:display\s*:|visibility\s*:\s*visible|left\s*:\s*(?:0|auto)|max-height\s*:|height\s*:\s*(?:auto|[1-9]))/i.test(style)
    ? 'shown'
    : null;
}

/** Pushed out of the window. Text that is pushed out of its box (`text-indent`) makes room for a picture of the same words. */
const isAway = (style: string): boolean =>
  /position\s*:\s*(?:absolute|fixed)/i.test(style) &&
  /(?:^|[;\s])(?:left|top|right|bottom|margin-left|margin-top)\s*:\s*-\s*(?:\d{4,}|[5-9]\d\d)(?:\.\d+)?(?:px|em|rem)/i.test(style);

/** A box of no height, or of no width, that cuts off what it holds. */
const isNothing = (style: string): boolean =>
  /overflow\s*:\s*hidden/i.test(style) && /(?:^|[;\s])(?:height|width|max-height)\s*:\s*[01](?:px)?\s*(?:;|!|$)/i.test(style);

/** The rules of style sheets (CSS as written) that hide something, as far as their selectors are names, tags and descendants. */
export function hidingRules(sheets: readonly string[]): readonly HidingRule[] {
  const rules = sheets.flatMap(sheet => rulesOf(withoutComments(sheet.slice(0, longestSheet))));
  const opened = new Set<string>();
  // What is hidden at first, and shown in a wide window, is in sight there.
  const wide = sheets.flatMap(sheet => wideBlocks(withoutComments(sheet.slice(0, longestSheet)))).flatMap(rulesOf);
  for (const { selectors, style } of [...rules, ...wide])
    if (shownBy(style) === 'shown') for (const selector of selectors) for (const key of keysOf(lastOf(selector))) opened.add(key);
  return rules
    .filter(({ style }) => shownBy(style) === 'gone')
    .flatMap(({ selectors }) => selectors)
    .slice(0, mostRules)
    .flatMap(selector => {
      const path = pathOf(selector);
      return path === null ? [] : [{ path, isOpened: keysOf(path.at(-1)!).some(key => opened.has(key)) }];
    });
}

/** The rule's selector is true of the element. */
export function matches({ path }: HidingRule, element: DomElement): boolean {
  if (!fits(path.at(-1)!, element)) return false;
  let around = element.parent;
  for (let i = path.length - 2; i >= 0; i--) {
    while (around?.type === 'tag' && !fits(path[i]!, around as DomElement)) around = around.parent;
    if (around?.type !== 'tag') return false;
    around = around.parent;
  }
  return true;
}

const longestSheet = 200_000;
const mostRules = 300;

interface Rule {
  readonly selectors: readonly string[];
  readonly style: string;
}

/** Top-level rules; those for other media (print, narrow windows) and of animations are left out. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let at = 0;
  while (at < css.length) {
    const open = css.indexOf('{', at);
    if (open < 0) return rules;
    const head = css.slice(css.lastIndexOf(';', open) >= at ? css.lastIndexOf(';', open) + 1 : at, open).trim();
    const close = head.startsWith('@') ? endOfBlock(css, open) : css.indexOf('}', open);
    if (close < 0) return rules;
    if (!head.startsWith('@') && head.length <= 2000)
      rules.push({ selectors: head.split(',').map(one => one.trim()), style: css.slice(open + 1, close) });
    at = close + 1;
  }
  return rules;
}

/** What stands inside `@media (min-width: …)`. */
function wideBlocks(css: string): string[] {
  return Array.from(css.matchAll(/@media[^{};]{0,200}min-(?:device-)?width[^{};]{0,100}\{/gi), ({ 0: head, index }) => {
    const open = index + head.length - 1;
    const close = endOfBlock(css, open);
    return close < 0 ? '' : css.slice(open + 1, close);
  }).slice(0, mostRules);
}

function withoutComments(css: string): string {
  const parts = css.replace(/<!--|-->/g, ' ').split('/*');
  return [parts[0]!, ...parts.slice(1).map(part => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''))].join(' ');
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let i = open; i < css.length; i++) {
    if (css[i] === '{') depth++;
    else if (css[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

/** Null when the selector is none of the simple ones: what it is true of is not known then. */
function pathOf(selector: string): readonly Compound[] | null {
  const compounds = selector
    .split(/[\s>]+/)
    .filter(part => part !== '')
    .map(compoundOf);
  return compounds.length === 0 || compounds.length > 12 || compounds.some(compound => compound === null)
    ? null
    : (compounds as Compound[]);
}

function compoundOf(text: string): Compound | null {
  const [, tag = '', names = ''] = /^([a-z][a-z0-9]*|\*)?((?:[.#][\w\u4e00-\u9fff-]+)*)$/i.exec(text) ?? [];
  if (tag === '' && names === '') return null;
  const parts = names.match(/[.#][^.#]+/g) ?? [];
  return {
    tag: tag === '' || tag === '*' ? null : tag.toLowerCase(),
    classes: parts.filter(part => part.startsWith('.')).map(part => part.slice(1)),
    ids: parts.filter(part => part.startsWith('#')).map(part => part.slice(1)),
  };
}

/** The element that a selector speaks of, whatever state it must be in. */
const lastOf = (selector: string): Compound =>
  compoundOf((selector.split(/[\s>+~]+/).at(-1) ?? '').replace(/::?[\w-]+(?:\([^()]*\))?|\[[^[\]]*\]/g, '')) ?? {
    tag: null,
    classes: [],
    ids: [],
  };

const keysOf = ({ tag, classes, ids }: Compound): readonly string[] =>
  classes.length + ids.length > 0 ? [...classes.map(name => `.${name}`), ...ids.map(name => `#${name}`)] : tag === null ? [] : [tag];

const fits = ({ tag, classes, ids }: Compound, { name, attribs }: DomElement): boolean =>
  (tag === null || tag === name) &&
  ids.every(id => id === attribs.id) &&
  (classes.length === 0 || classes.every(one => ` ${attribs.class ?? ''} `.replace(/\s/g, ' ').includes(` ${one} `)));
