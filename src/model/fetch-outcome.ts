import type { Security } from './security.ts';

/** One step of a redirect chain. */
export interface Hop {
  readonly url: string;
  readonly status: number;
  readonly location: string;
}

/** Why nothing usable came back. Each says something about the way there, never about what the page contains. */
export const failureTitles = {
  dns: '域名无法解析',
  refused: '服务器拒绝连接',
  reset: '连接被重置',
  timeout: '超时未响应',
  tls: '无法建立加密连接',
  protocol: '服务器的应答不合HTTP规范',
  'redirect-loop': '循环跳转',
  'too-many-redirects': '跳转次数过多',
  'bad-redirect': '跳转没有给出目标地址',
  'forbidden-address': '地址属于内部网络，不予访问',
  robots: '网站的robots.txt不允许访问',
  proxy: '代理服务器无法访问该地址',
  interrupted: '检查被中断',
} as const;
export type FailureCause = keyof typeof failureTitles;

interface Attempted {
  /** The address that was asked for, without fragment. */
  readonly url: string;
  /** Where the redirects ended; equal to `url` when there were none. */
  readonly finalUrl: string;
  readonly hops: readonly Hop[];
  /** ISO 8601, UTC. */
  readonly fetchedAt: string;
  readonly elapsedMs: number;
  readonly attempts: number;
  /** IP address connected to; null through a proxy or when there was no connection. */
  readonly address: string | null;
  /** The first connection of the chain that a careful browser would have warned of; null when there was none. */
  readonly security: Security | null;
}

/** The server answered, with whatever status. */
export interface FetchResponse extends Attempted {
  readonly kind: 'response';
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decompressed; empty when the body was not wanted. */
  readonly body: Uint8Array;
  /** True when the body was cut at the size limit or ended before its announced length. */
  readonly truncated: boolean;
}

/** No answer that could be used. */
export interface FetchFailure extends Attempted {
  readonly kind: 'failure';
  readonly cause: FailureCause;
  /** The technical detail, for logs and for whoever repairs the server. */
  readonly detail: string;
}

/** What a server does is data, never an exception. */
export type FetchOutcome = FetchResponse | FetchFailure;
