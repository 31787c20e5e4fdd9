import type { Tag } from './html-tags.ts';

/** Whether a reader goes there, or the page is made of it. */
export type LinkKind = 'page' | 'asset';

/** How the attribute is written. */
type Form = 'address' | 'set';

/** An attribute that holds addresses. */
export interface LinkPlace {
  readonly attribute: string;
  readonly kind: LinkKind;
  readonly form: Form;
  /** Not part of HTML: known only from how scripts use it. */
  readonly optional: boolean;
}

/** Where elements carry addresses that a browser fetches or a reader follows. Form targets are left out: nothing is ever submitted. */
export const linkPlaces: ReadonlyMap<string, readonly LinkPlace[]> = new Map<string, readonly LinkPlace[]>([
  ['a', [page('href'), page('xlink:href')]],
  ['area', [page('href')]],
  ['iframe', [page('src'), maybe(page('data-src'))]],
  ['frame', [page('src')]],
  ['img', [asset('src'), set('srcset'), ...['data-src', 'data-original', 'data-lazy-src', 'data-url'].map(name => maybe(asset(name)))]],
  ['source', [asset('src'), set('srcset')]],
  ['video', [asset('src'), asset('poster')]],
  ['audio', [asset('src')]],
  ['track', [asset('src')]],
  ['embed', [asset('src')]],
  ['object', [asset('data')]],
  ['script', [asset('src')]],
  ['input', [asset('src')]],
  ['image', [asset('href'), asset('xlink:href')]],
  ['use', [asset('href'), asset('xlink:href')]],
  ...['body', 'table', 'tr', 'td', 'th'].map(name => [name, [asset('background')]] as const),
]);

/** What a `<link>` leads to; null for hints to the browser and for notes to machines that no reader follows. */
export function linkElementKind(tag: Tag): LinkKind | null {
  const relations = (tag.get('rel') ?? '').toLowerCase().split(/\s+/);
  if (relations.some(relation => loaded.has(relation) || relation.startsWith('apple-touch'))) return 'asset';
  return relations.some(relation => followed.has(relation)) ? 'page' : null;
}

const loaded = new Set(['stylesheet', 'icon', 'mask-icon', 'manifest', 'preload', 'modulepreload']);
const followed = new Set(['alternate', 'next', 'prev', 'help', 'license', 'search', 'author', 'up', 'contents', 'index']);

function page(attribute: string): LinkPlace {
  return { attribute, kind: 'page', form: 'address', optional: false };
}

function asset(attribute: string): LinkPlace {
  return { attribute, kind: 'asset', form: 'address', optional: false };
}

function set(attribute: string): LinkPlace {
  return { attribute, kind: 'asset', form: 'set', optional: false };
}

function maybe(place: LinkPlace): LinkPlace {
  return { ...place, optional: true };
}
