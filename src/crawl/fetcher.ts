import type { FetchOutcome } from '../model/fetch-outcome.ts';
import type { Limits } from './lane.ts';
import type { Consent } from './pace.ts';
import type { Validators } from './validators.ts';

/**
 * Which part of an answer is wanted: everything, the text of pages only, or no more than the head. `head` asks by HEAD, whose good news
 * can be believed and whose bad news cannot; every other request is a GET.
 */
export type WantedBody = 'any' | 'html' | 'none' | 'head';

/** How often passing trouble is asked again at once: as set, one time less because the caller comes back later, or not at all. */
export type Patience = 'as-set' | 'one-less' | 'once';

export interface FetchRequest {
  /** Absolute http or https address; a fragment is ignored. */
  readonly url: string;
  readonly body: WantedBody;
  readonly referrer?: string;
  /** Ask this one address of the chain for its answer only if it has changed; status 304 says that it has not. */
  readonly ifChanged?: Validators;
  /** `as-set` by default. */
  readonly patience?: Patience;
  readonly signal?: AbortSignal;
}

/**
 * Fetches one address: guarded, paced, retried, redirected. Never throws for what a server does.
 * Whoever creates a fetcher closes it; requests under way then end as `interrupted`.
 */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchOutcome>;
  close(): Promise<void>;
}

/** Where an invented host name really lives; for the simulated city and for tests. */
export interface HostAddress {
  readonly address: string;
  readonly port: number;
  /** The IP address that it stands for: its pace is that of this address, so that public behaviour can be seen on one machine. */
  readonly playing?: string;
}

export interface FetcherOptions {
  readonly userAgent: string;
  /** Seconds for one attempt: connect, head and body together. */
  readonly timeoutSeconds: number;
  readonly attempts: number;
  readonly maxRedirects: number;
  /** Bytes after decompression. */
  readonly maxBodyBytes: number;
  readonly pace: Limits;
  /** Sites that agreed to be visited faster, by host name. */
  readonly consents?: ReadonlyMap<string, Consent> | undefined;
  /** Host names that a person named (roster, command line): only these may lie in private or loopback networks. */
  readonly namedHosts: readonly string[];
  /** When given, these hosts are the whole world: every other host is refused without asking DNS. */
  readonly world?: ReadonlyMap<string, HostAddress>;
  /** The certificate authority of the invented world, PEM; trusted in place of the usual ones. */
  readonly authority?: string;
  /** HTTP_PROXY, HTTPS_PROXY and NO_PROXY are read from here. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
