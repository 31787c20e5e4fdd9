import type { Artifacts } from '../model/artifacts.ts';

/**
 * A footer was seen: a mark that readers see there, or a link in it. A code in a meta tag or a script proves nothing of what stands below.
 * Where no footer was seen, a script may write it, and nothing in it is missing.
 */
export const footerSeen = ({ Identity, Pages }: Pick<Artifacts, 'Identity' | 'Pages'>): boolean =>
  Identity.icp !== null ||
  Identity.police !== null ||
  Identity.organiser !== null ||
  Identity.siteCodes.some(({ where }) => where === 'text') ||
  Pages.some(({ anchors }) => anchors.some(({ place }) => place === 'footer'));

export const footerUnread = '没有读到页面底部，可能由脚本写入';
