import type { Cheerio, CheerioAPI } from 'cheerio';

export type Root = ReturnType<CheerioAPI['root']> extends Cheerio<infer Kind> ? Kind : never;
export type DomNode = Root['children'][number];
export type DomElement = Extract<DomNode, { readonly attribs: unknown }>;
export type TextNode = Extract<DomNode, { readonly data: string }>;

export const isElement = (node: DomNode): node is DomElement => node.type === 'tag' || node.type === 'script' || node.type === 'style';
export const isText = (node: DomNode): node is TextNode => node.type === 'text';

/** Parts of a class or id: `foot_box` → foot, box; `mainNav2` → main, nav. */
export const wordsOfName = (name: string): readonly string[] =>
  name
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z\u4e00-\u9fff]+/)
    .filter(word => word !== '');
