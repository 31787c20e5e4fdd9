import { remembered } from '../text/remembered.ts';

/**
 * An address without what does not change whose page it is: scheme and a leading “www.” (sites are moved from http to https without
 * notice), capitals in the host, the port that goes without saying.
 */
function bareAddress(address: string): string {
  const written = URL.canParse(address) ? new URL(address).href.replace(/^(https?:\/\/[^/]*?):(?:80|443)(?=\/)/, '$1') : address;
  return written.replace(/^https?:\/\/(?:www\.)?/i, '');
}

/** Both as `bareAddress` gives them: the first lies under the second; `a.gov.cn/jyj` covers `/jyj` and `/jyj/…`, never `/jyjx`. */
function liesUnder(path: string, start: string): boolean {
  if (!path.startsWith(start)) return path === start.replace(/\/$/, '');
  return start.endsWith('/') || path.length === start.length || /[/?#]/.test(path[start.length]!);
}

/** Tells whose an address is by the longest prefix it lies under; of equal ones the first given counts. */
export function addressOwners<Owner>(
  prefixes: readonly { readonly prefix: string; readonly owner: Owner }[],
): (address: string) => Owner | 'unknown' {
  const byHost = new Map<string, { readonly start: string; readonly owner: Owner }[]>();
  for (const { prefix, owner } of prefixes) {
    const start = bareAddress(prefix);
    const same = byHost.get(hostIn(start));
    if (same) same.push({ start, owner });
    else byHost.set(hostIn(start), [{ start, owner }]);
  }
  for (const same of byHost.values()) same.sort((a, b) => b.start.length - a.start.length);
  return remembered(address => {
    const path = bareAddress(address);
    return byHost.get(hostIn(path))?.find(({ start }) => liesUnder(path, start))?.owner ?? 'unknown';
  });
}

const hostIn = (bare: string): string => bare.split(/[/?#]/, 1)[0]!;

/**
 * What belongs to a start address: its directory. A last part without an extension is a directory written without its slash
 * (`/jyj`), unless it is a name that servers give their front page (`/index`).
 */
export function prefixOf(address: string): string {
  const url = new URL(address);
  const last = url.pathname.split('/').at(-1)!;
  if (last === '' || last.includes('.') || url.search !== '' || frontPage.test(last)) return new URL('.', address).href;
  return `${url.origin}${url.pathname}/`;
}

const frontPage = /^(?:index|default|home|main|portal|shouye|welcome|web|www|site|html)$/i;

/** Host and port of an absolute address, by which one site is told from another: “www.” in front makes no difference. */
export const siteHost = (address: string): string => new URL(address).host.replace(/^www\./, '');
