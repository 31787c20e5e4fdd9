import type { PageReading } from '../model/page-reading.ts';
import { siteHost } from './prefixes.ts';

/**
 * Where a start page sends its readers instead of being the home page: a page that does nothing but jump on, or a short notice that the
 * site has moved. Null for every other page, and where it leaves open which address is meant. The address may be anybody's.
 */
export function sendsOnTo(reading: PageReading): string | null {
  const { refreshTo, text, anchors, url, challenge } = reading;
  if (challenge !== null) return null;
  if (refreshTo !== null && text.length <= mostTextOfJump && anchors.length <= mostLinksOfJump) return refreshTo;
  if (!isMovingNotice(reading)) return null;
  const offered = [...(refreshTo === null ? [] : [refreshTo]), ...anchors.flatMap(anchor => (isOffered(anchor) ? [anchor.url!] : []))];
  const away = offered.filter(one => siteHost(one) !== siteHost(url));
  return new Set(away.map(siteHost)).size === 1 ? away[0]! : null;
}

/** A page of next to nothing but the news that this web site, not an office or another system, is now at another address. */
export function isMovingNotice({ title, headings, text, anchors, rows, challenge }: PageReading): boolean {
  if (challenge !== null || text.length > mostTextOfNotice || anchors.length > mostLinksOfNotice || rows.length > 1) return false;
  return moved.test([title, ...headings, text].join('。'));
}

/** Characters and links. */
const mostTextOfJump = 60;
const mostLinksOfJump = 2;
const mostTextOfNotice = 400;
const mostLinksOfNotice = 9;

const change = '(?:迁移|搬迁|迁至|迁到|搬家|变更|更换|更改|改为|启用)';
const address = '(?:网站|网址|域名|门户|站点|本站)';
const moved = new RegExp(`${address}[^。；！，,]{0,14}${change}|${change}[^。；！，,]{0,8}${address}|新的?(?:网址|域名)`);

/** The registers in which every site is entered, and whoever else stands in its footer, are not where it moved to. */
const isOffered = ({ url, place, visibility }: PageReading['anchors'][number]) =>
  visibility !== 'hidden' && url !== null && place !== 'footer' && place !== 'friend-links' && !registers.test(siteHost(url));
const registers = /(?:^|\.)(?:beian\.(?:miit|mps)\.gov\.cn|miitbeian\.gov\.cn|beian\.gov\.cn|conac\.cn)$/;
