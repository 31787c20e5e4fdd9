import { readTags } from './html-tags.ts';
import type { Constants, ScriptLink } from './script-menus.ts';
import type { ScriptCall } from './script-values.ts';

/** Links and frames in what a script writes into the page. An address that is not known then stays empty; words that are not are none. */
export function writtenLinks(calls: readonly ScriptCall[], known: Constants): readonly ScriptLink[] {
  const written = calls.filter(({ name }) => writers.test(name)).flatMap(({ values }) => values.flatMap(value => (value ? [value] : [])));
  const markup = written
    .map(value => value.map(part => ('literal' in part ? part.literal : (known.get(part.path) ?? hole))).join(''))
    .filter(text => /<|>/.test(text) || !text.includes(hole))
    .join('\n');
  return /<(?:a|iframe)\s/i.test(markup) ? linksIn(markup) : [];
}

const writers = /(?:^|\.)(?:write|writeln|html|append|prepend|before|after|insertAdjacentHTML)$|(?:innerHTML|outerHTML) \+?=$| \+=$/;
/** Stands for what only the running script knows. No page may hold it. */
const hole = '\u0000';

function linksIn(markup: string): readonly ScriptLink[] {
  const links: ScriptLink[] = [];
  let href: string | null = null;
  let text = '';
  readTags(markup, {
    open(tag) {
      const address = tag.get(tag.name === 'iframe' ? 'src' : 'href') ?? '';
      if (tag.name === 'iframe' && isKnown(address) && address !== '') links.push({ text: '', href: address, isFrame: true });
      if (tag.name === 'a') end();
      if (tag.name === 'a' && !/\{\{|<%|\$\{|\[\[/.test(address)) {
        href = isKnown(address) ? address : '';
        text = '';
      }
      if (tag.name === 'img' && text === '') text = tag.get('alt') ?? '';
    },
    close(name) {
      if (name === 'a') end();
    },
    text(words) {
      if (text.length < 200) text += words;
    },
  });
  end();
  return links;

  function end(): void {
    if (href !== null && isKnown(text)) links.push({ text, href });
    href = null;
  }
}

const isKnown = (text: string): boolean => !text.includes(hole);
