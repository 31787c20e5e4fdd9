import { cssReferences } from './css-links.ts';
import type { Tag, TagHandler } from './html-tags.ts';
import { type LinkKind, linkElementKind, linkPlaces } from './link-places.ts';
import { parseMetaRefresh } from './meta-refresh.ts';
import { looksLikeAddress, scriptReferences } from './script-links.ts';
import { parseSrcset } from './srcset.ts';

/** An address as written, before the base of the page is known. */
export interface Reference {
  readonly reference: string;
  readonly element: string;
  readonly attribute: string;
  readonly kind: LinkKind;
  readonly optional: boolean;
  /** Text of the link so far, and what to call it when it has none. */
  words: string;
  fallback: string;
}

/** Collects the references and the words of one page from its tags. */
export class PageScanner implements TagHandler {
  readonly references: Reference[] = [];
  readonly ids: string[] = [];
  base: string | null = null;
  title = '';
  heading = '';
  /** Beginning of the visible text, and how much of it there is in all. */
  visible = '';
  visibleLength = 0;
  /** Characters of it outside links. */
  proseLength = 0;
  hasScript = false;
  /** The open element whose content is not markup. */
  #rawElement: string | null = null;
  #raw = '';
  #templates = 0;
  #inNoscript = false;
  #inHeading = false;
  #afterGap = false;
  #inSvg = false;
  #anchor: Reference | null = null;

  open(tag: Tag): void {
    const { name } = tag;
    if (rawElements.has(name)) {
      this.#rawElement = name;
      this.#raw = '';
    }
    if (name === 'template') this.#templates++;
    if (this.#templates > 0) return;
    if (this.#inNoscript) this.#openWithoutScript(tag);
    else this.#openVisible(tag);
  }

  close(name: string): void {
    if (name === this.#rawElement) this.#endRaw(name);
    else if (name === 'a') this.#anchor = null;
    else if (name === 'h1') this.#inHeading = false;
    else if (name === 'noscript') this.#inNoscript = false;
    else if (name === 'svg') this.#inSvg = false;
    else if (name === 'template' && this.#templates > 0) this.#templates--;
  }

  text(piece: string): void {
    if (this.#rawElement !== null) {
      this.#raw += piece;
      return;
    }
    if (this.#templates > 0 || this.#inNoscript) return;
    if (this.#anchor) this.#anchor.words += piece;
    if (this.#inHeading) this.heading += piece;
    const { length } = piece.trim();
    // Between two tags there is mostly nothing but an indent; it must not use up the room for words.
    if (this.visible.length < longestBeginning && !(length === 0 && this.#afterGap))
      this.visible += length === 0 ? ' ' : piece.slice(0, longestBeginning);
    this.#afterGap = length === 0;
    this.visibleLength += length;
    if (!this.#anchor) this.proseLength += length;
  }

  #openVisible(tag: Tag): void {
    const { name } = tag;
    const id = tag.get('id') ?? (name === 'a' ? tag.get('name') : undefined);
    if (id) this.ids.push(id);
    this.#generalAttributes(tag);
    if (name === 'h1') this.#inHeading = true;
    else if (name === 'svg') this.#inSvg = true;
    else if (name === 'noscript') this.#inNoscript = true;
    else if (name === 'script') this.hasScript = true;
    else if (name === 'base') this.base ??= tag.get('href') ?? null;
    else if (name === 'meta') this.#meta(tag);
    else if (name === 'link') this.#link(tag);
    else if (name === 'option') this.#option(tag);
    else if (separators.has(name) && this.visible.length < longestBeginning) this.visible += ' ';
    const isButton = name === 'input' && tag.get('type')?.toLowerCase() !== 'image';
    if (!isButton) this.#places(tag);
  }

  /** A reader with a browser never sees it, and old pages put traps against copying there; its links are worth a try, no more. */
  #openWithoutScript(tag: Tag): void {
    const href = tag.name === 'a' || tag.name === 'area' ? tag.get('href') : undefined;
    if (href) this.#add({ reference: href, element: tag.name, attribute: 'href', kind: 'page', optional: true });
  }

  #places(tag: Tag): void {
    const { name } = tag;
    if (name === 'a') this.#anchor = null;
    for (const { attribute, kind, form, optional } of linkPlaces.get(name) ?? noPlaces) {
      const value = tag.get(attribute);
      if (value === undefined) continue;
      for (const reference of form === 'set' ? parseSrcset(value) : [value]) {
        const added = this.#add({ reference, element: name, attribute, kind, optional });
        if (!added) continue;
        if (name === 'a') this.#anchor = added;
        if (kind === 'page') added.fallback = tag.get('title') ?? tag.get('alt') ?? '';
      }
    }
    if (name === 'img' && this.#anchor && this.#anchor.fallback === '') this.#anchor.fallback = tag.get('alt') ?? '';
  }

  #generalAttributes(tag: Tag): void {
    const style = tag.get('style');
    if (style?.includes('(')) this.#css(style, tag.name, 'style');
    const onclick = tag.get('onclick');
    if (onclick) this.#guesses(onclick, tag.name, 'onclick');
  }

  #meta(tag: Tag): void {
    if (tag.get('http-equiv')?.trim().toLowerCase() !== 'refresh') return;
    const reference = parseMetaRefresh(tag.get('content') ?? '')?.reference;
    if (reference) this.#add({ reference, element: 'meta', attribute: 'content', kind: 'page', optional: false });
  }

  #link(tag: Tag): void {
    const kind = linkElementKind(tag);
    const reference = tag.get('href');
    if (kind && reference) this.#add({ reference, element: 'link', attribute: 'href', kind, optional: false });
  }

  #option(tag: Tag): void {
    const value = tag.get('value') ?? '';
    if (looksLikeAddress(value)) this.#add({ reference: value, element: 'option', attribute: 'value', kind: 'page', optional: true });
  }

  #endRaw(name: string): void {
    const raw = this.#raw;
    this.#rawElement = null;
    this.#raw = '';
    if (this.#templates > 0 || this.#inNoscript) return;
    if (name === 'title' && this.title === '' && !this.#inSvg) this.title = raw;
    if (name === 'style') this.#css(raw, 'style', 'text');
    if (name === 'script') this.#guesses(raw, 'script', 'text');
  }

  #css(css: string, element: string, attribute: string): void {
    for (const reference of cssReferences(css)) this.#add({ reference, element, attribute, kind: 'asset', optional: false });
  }

  #guesses(script: string, element: string, attribute: string): void {
    for (const reference of scriptReferences(script)) this.#add({ reference, element, attribute, kind: 'page', optional: true });
  }

  #add(found: Omit<Reference, 'words' | 'fallback'>): Reference | null {
    const { reference, element, attribute } = found;
    if (/^[\s#]*$/.test(reference)) return null;
    if (/^\s*javascript:/i.test(reference)) {
      this.#guesses(reference, element, attribute);
      return null;
    }
    const added = { ...found, words: '', fallback: '' };
    this.references.push(added);
    return added;
  }
}

const longestBeginning = 4000;
const separators = new Set(['br', 'p', 'div', 'li', 'td', 'tr', 'h2', 'h3']);
const noPlaces: readonly never[] = [];
const rawElements = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext']);
