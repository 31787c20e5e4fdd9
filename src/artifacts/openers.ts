import { type DomElement, isText, wordsOfName } from './nodes.ts';

/** What the page itself says about who may show what is hidden. */
export interface Openers {
  /** Parts of the names that its scripts and click handlers speak of. */
  readonly words: ReadonlySet<string>;
  /** Ids of elements that a script hides and never shows. */
  readonly closed: ReadonlySet<string>;
  /** It loads scripts of its own, of which nothing is known. */
  readonly hasUnknownScript: boolean;
}

/** Learns from all elements of a page (in document order). */
export function openersOf(elements: readonly DomElement[]): Openers {
  const words = new Set<string>();
  const closed = new Set<string>();
  let hasUnknownScript = false;
  let room = mostCharacters;
  const learn = (text: string) => {
    room -= text.length;
    for (const word of room < 0 ? [] : wordsOfName(text)) words.add(word);
  };
  for (const { name, attribs, children } of elements) {
    for (const handler of handlers) if (attribs[handler]) learn(attribs[handler]);
    if (attribs.href?.startsWith('#')) learn(attribs.href);
    if (name !== 'script') continue;
    if (attribs.src !== undefined) hasUnknownScript ||= !library.test(attribs.src.split(/[?#]/)[0]!.split('/').at(-1)!);
    const code = children.map(child => (isText(child) ? child.data : '')).join('');
    const [, id] = code.length < 300 ? (onlyHides.exec(code) ?? []) : [];
    if (id !== undefined) closed.add(id);
    else for (const [literal] of code.slice(0, mostCharacters).matchAll(/"[^"\n]{1,200}"|'[^'\n]{1,200}'/g)) learn(literal);
  }
  return { words, closed, hasUnknownScript };
}

/** Scripts or handlers name the element: they may show it. */
export function isNamed(element: DomElement, { words }: Openers): boolean {
  const { id, class: classes = '' } = element.attribs;
  return [id ?? '', ...classes.split(/\s+/)].some(name => {
    const parts = wordsOfName(name);
    return parts.length > 0 && parts.every(part => words.has(part));
  });
}

const mostCharacters = 300_000;
const handlers = [
  'onclick',
  'onmouseover',
  'onmousemove',
  'onmouseenter',
  'onload',
  'data-target',
  'data-tab',
  'data-toggle',
  'data-for',
  'data-id',
  'aria-controls',
  'rel',
];
/** Scripts that everybody uses, and counters: they show nothing that the page does not ask them to. */
const library =
  /^(?:jquery|swiper|superslide|bootstrap|layui|layer|vue|react|echarts|conac|hm|h|bdshare|cnzz|html5|respond|polyfill|swfobject|modernizr|qrcode|md5|base64|wxapi|jweixin|gw\.gov|\d+)[\w.-]*$|jiucuo|analytics|phpstat|tongji/i;
const onlyHides =
  /^[\s;]*(?:document\.getElementById\(\s*['"]([\w-]+)['"]\s*\)\.style\.(?:display\s*=\s*['"]none|visibility\s*=\s*['"]hidden)['"][\s;]*)+$/;
