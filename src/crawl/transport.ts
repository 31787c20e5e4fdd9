import type { Socket } from 'node:net';
import { Agent, buildConnector, Client, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { ExchangeHandler, type Peer } from './exchange.ts';
import type { HostAddress } from './fetcher.ts';
import { comparableHost, literalAddress } from './guard.ts';
import type { Resolver } from './resolve.ts';

/** The connections of one fetcher: kept alive, guarded when they are made. */
export interface Transport {
  /** The dispatcher for direct connections, or for a proxy. */
  dispatcher(proxy: URL | null): Dispatcher;
  /** A connection of one's own, not kept alive: to the host, or to the proxy of a plain http address. */
  connect(url: URL, proxy: URL | null): Promise<Socket>;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly resolver: Resolver;
  readonly world?: ReadonlyMap<string, HostAddress> | undefined;
  readonly authority?: string | undefined;
  readonly timeoutMilliseconds: number;
}

/** HTTP/1.1 only, certificates always verified. Time limits lie with the exchange, which sees the whole attempt. */
export function createTransport(options: TransportOptions): Transport {
  const base = buildConnector({
    allowH2: false,
    rejectUnauthorized: true,
    ...(options.authority === undefined ? {} : { ca: options.authority }),
    timeout: options.timeoutMilliseconds,
    lookup: options.resolver.lookup,
  });
  const connector: buildConnector.connector = (wanted, callback) => base(inWorld(options.world, wanted), callback);
  const toProxy = buildConnector({ allowH2: false, rejectUnauthorized: true, timeout: options.timeoutMilliseconds });
  const direct = new Agent({
    ...limits,
    factory: (origin, settings) =>
      new Pool(origin, { ...settings, factory: (host, given) => new TrackedClient(host, { ...given, connect: connector }) }),
  });
  const proxies = new Map<string, ProxyAgent>();

  function dispatcher(proxy: URL | null): Dispatcher {
    if (!proxy) return direct;
    const known = proxies.get(proxy.href);
    if (known) return known;
    // Without `proxyTunnel` plain http is forwarded with an absolute request line, and only https uses CONNECT.
    const agent = new ProxyAgent({
      ...limits,
      uri: proxy.href,
      connectTimeout: options.timeoutMilliseconds,
      requestTls: { rejectUnauthorized: true },
      proxyTls: { rejectUnauthorized: true },
    });
    proxies.set(proxy.href, agent);
    return agent;
  }

  function connect(url: URL, proxy: URL | null): Promise<Socket> {
    const { protocol, hostname, port, host } = proxy ?? url;
    const wanted = { protocol, port, host, hostname: literalAddress(hostname) ?? hostname };
    return new Promise((resolve, reject) => {
      // The operator names the proxy, so it may lie anywhere.
      const way = proxy ? toProxy : connector;
      way(wanted, (...[error, socket]) => (error ? reject(error) : resolve(socket)));
    });
  }

  async function close(): Promise<void> {
    await Promise.all([direct, ...proxies.values()].map(each => each.destroy()));
  }

  return { dispatcher, connect, close };
}

const limits = {
  allowH2: false,
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: 10_000,
  keepAliveMaxTimeout: 60_000,
  maxHeaderSize: 64 * 1024,
} as const;

/** A client of the pool that tells each request to which address its connection goes. */
class TrackedClient extends Client {
  readonly #peer: Peer;

  constructor(origin: string | URL, settings: Client.Options & { readonly connect: buildConnector.connector }) {
    const peer: Peer = { address: null };
    const connect: buildConnector.connector = (wanted, callback) => {
      peer.address = null;
      settings.connect(wanted, (...result) => {
        peer.address = result[1]?.remoteAddress ?? null;
        callback(...result);
      });
    };
    super(origin, { ...settings, connect });
    this.#peer = peer;
  }

  override dispatch(request: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (handler instanceof ExchangeHandler) handler.peer = this.#peer;
    return super.dispatch(request, handler);
  }
}

function inWorld(world: TransportOptions['world'], wanted: buildConnector.Options): buildConnector.Options {
  const entry = world?.get(comparableHost(wanted.hostname));
  return entry ? { ...wanted, hostname: entry.address, port: String(entry.port) } : wanted;
}
