import type { Socket } from 'node:net';
import { createSecureContext, getCACertificates } from 'node:tls';
import { Agent, buildConnector, Client, type Dispatcher, Pool, ProxyAgent } from 'undici';
import { ExchangeHandler, type Peer } from './exchange.ts';
import type { HostAddress } from './fetcher.ts';
import { comparableHost, literalAddress } from './guard.ts';
import type { Resolver } from './resolve.ts';
import { type TlsWay, tlsOptionsOf } from './tls-rungs.ts';

/** The connections of one fetcher: kept alive, guarded when they are made, apart from each other by how they are encrypted. */
export interface Transport {
  /** The dispatcher for direct connections, or for a proxy. */
  dispatcher(proxy: URL | null, way: TlsWay): Dispatcher;
  /** A connection of one's own, not kept alive: to the host, or to the proxy of a plain http address. */
  connect(url: URL, proxy: URL | null, way: TlsWay): Promise<Socket>;
  close(): Promise<void>;
}

export interface TransportOptions {
  readonly resolver: Resolver;
  readonly world?: ReadonlyMap<string, HostAddress> | undefined;
  readonly authority?: string | undefined;
  readonly timeoutMilliseconds: number;
}

/** HTTP/1.1 only. Time limits lie with the exchange, which sees the whole attempt. */
export function createTransport(options: TransportOptions): Transport {
  const { resolver, world, timeoutMilliseconds: timeout } = options;
  const toProxy = buildConnector({ allowH2: false, rejectUnauthorized: true, timeout });
  const ways = new Map<string, { readonly connector: buildConnector.connector; readonly agent: Agent }>();
  const proxies = new Map<string, ProxyAgent>();

  // Every way has a connector of its own: a session that was taken up unverified must not be resumed as a verified one.
  function direct(way: TlsWay) {
    const key = [way.rung, ...way.issuers].join('\n');
    const known = ways.get(key);
    if (known) return known;
    const base = buildConnector({ ...encryption(way), allowH2: false, timeout, lookup: resolver.lookup });
    const connector: buildConnector.connector = (wanted, callback) => base(inWorld(world, wanted), callback);
    const factory: Agent.Options['factory'] = (origin, settings) =>
      new Pool(origin, { ...settings, factory: (host, given) => new TrackedClient(host, { ...given, connect: connector }) });
    const made = { connector, agent: new Agent({ ...limits, factory }) };
    ways.set(key, made);
    return made;
  }

  function dispatcher(proxy: URL | null, way: TlsWay): Dispatcher {
    if (!proxy) return direct(way).agent;
    const key = [proxy.href, way.rung, ...way.issuers].join('\n');
    const known = proxies.get(key);
    if (known) return known;
    // Without `proxyTunnel` plain http is forwarded with an absolute request line, and only https uses CONNECT.
    const agent = new ProxyAgent({
      ...limits,
      uri: proxy.href,
      connectTimeout: timeout,
      requestTls: encryption(way),
      proxyTls: { rejectUnauthorized: true },
    });
    proxies.set(key, agent);
    return agent;
  }

  function connect(url: URL, proxy: URL | null, way: TlsWay): Promise<Socket> {
    const { protocol, hostname, port, host } = proxy ?? url;
    const wanted = { protocol, port, host, hostname: literalAddress(hostname) ?? hostname };
    return new Promise((resolve, reject) => {
      // The operator names the proxy, so it may lie anywhere.
      const connector = proxy ? toProxy : direct(way).connector;
      connector(wanted, (...[error, socket]) => (error ? reject(error) : resolve(socket)));
    });
  }

  async function close(): Promise<void> {
    await Promise.all([...ways.values()].map(({ agent }) => agent.destroy()));
    await Promise.all([...proxies.values()].map(each => each.destroy()));
  }

  function encryption({ rung, issuers }: TlsWay) {
    const { authority } = options;
    const trusted = authority === undefined ? {} : { ca: authority };
    if (issuers.length === 0) return { ...tlsOptionsOf(rung), ...trusted };
    const roots = authority === undefined ? getCACertificates('default') : [authority];
    return { ...tlsOptionsOf(rung), secureContext: createSecureContext({ ca: [...roots, ...issuers] }) };
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
