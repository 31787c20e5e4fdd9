import type { Artifacts } from '../model/artifacts.ts';

/** A footer was seen: a mark that stands there, or a link in it. Where none was, a script may write it, and nothing in it is missing. */
export const footerSeen = ({ Identity, Pages }: Pick<Artifacts, 'Identity' | 'Pages'>): boolean =>
  Object.values(Identity).some(value => value !== null) || Pages.some(({ anchors }) => anchors.some(({ place }) => place === 'footer'));

export const footerUnread = '没有读到页面底部，可能由脚本写入';
