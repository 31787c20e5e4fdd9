/** Scheme and a leading “www.” do not change whose page it is: sites are moved from http to https without notice. */
const essence = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/i, '');

/** True when the address lies under the prefix; `https://a.gov.cn/jyj` covers `/jyj` and `/jyj/…`, never `/jyjx`. */
export function startsWithPrefix(address: string, prefix: string): boolean {
  const path = essence(address);
  const start = essence(prefix);
  if (!path.startsWith(start)) return path === start.replace(/\/$/, '');
  return start.endsWith('/') || path.length === start.length || /[/?#]/.test(path[start.length]!);
}

/** Host and port of an absolute address, by which one site is told from another: “www.” in front makes no difference. */
export const siteHost = (address: string): string => new URL(address).host.replace(/^www\./, '');
