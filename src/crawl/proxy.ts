import { GongkaiError } from '../model/errors.ts';
import { comparableHost, literalAddress } from './guard.ts';

/** Answers which proxy a request goes through; null for none. */
export type ProxyChoice = (url: URL) => URL | null;

/**
 * Reads HTTP_PROXY, HTTPS_PROXY and NO_PROXY (lower case wins, as in curl). An entry of NO_PROXY is a host, which covers its
 * subdomains, optionally with a port; `*` means everything; `*.a.cn` covers only subdomains.
 * Throws SETTINGS_INVALID for a proxy address that cannot be read.
 */
export function readProxies(environment: Readonly<Record<string, string | undefined>>): ProxyChoice {
  const proxies = { 'http:': proxyFrom(environment, 'http_proxy'), 'https:': proxyFrom(environment, 'https_proxy') };
  const exceptions = variable(environment, 'no_proxy')
    .split(/[,\s]+/)
    .filter(entry => entry !== '')
    .map(readException);
  return url => {
    const proxy = url.protocol === 'https:' ? proxies['https:'] : proxies['http:'];
    return proxy && !exceptions.some(covers => covers(url)) ? proxy : null;
  };
}

/** True when a proxy runs on this very machine. */
export function isLoopbackProxy(proxy: URL): boolean {
  const host = comparableHost(proxy.hostname);
  return host === 'localhost' || host === '[::1]' || (literalAddress(host)?.startsWith('127.') ?? false);
}

function proxyFrom(environment: Readonly<Record<string, string | undefined>>, name: string): URL | null {
  const text = variable(environment, name);
  if (text === '') return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (url && url.hostname !== '' && proxyProtocols.has(url.protocol)) return url;
  throw new GongkaiError('SETTINGS_INVALID', `环境变量${name.toUpperCase()}不是有效的代理地址，请写成“http://主机:端口”的形式。`);
}

const proxyProtocols = new Set(['http:', 'https:', 'socks5:', 'socks:']);

const variable = (environment: Readonly<Record<string, string | undefined>>, name: string): string =>
  (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();

function readException(entry: string): (url: URL) => boolean {
  const port = /^(?:\[.*\]|[^:]*):(\d+)$/.exec(entry)?.[1] ?? null;
  const name = port === null ? entry : entry.slice(0, -port.length - 1);
  const onlySubdomains = name.startsWith('*.');
  const host = comparableHost(name.replace(/^\*?\./, ''));
  return url => {
    if (port !== null && port !== effectivePort(url)) return false;
    if (name === '*') return true;
    const asked = comparableHost(url.hostname);
    return asked.endsWith(`.${host}`) || (asked === host && !onlySubdomains);
  };
}

const effectivePort = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');
