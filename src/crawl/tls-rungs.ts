import { constants } from 'node:crypto';
import { securityFindingOf } from '../artifacts/certificate-trouble.ts';
import type { LowerRung } from '../model/security.ts';
import type { Exchange, NoAnswer } from './exchange.ts';

/** How an encrypted connection is made; each rung is tried only after the one before was refused. */
export type Rung = 'strict' | LowerRung;

/** How connections to one origin are made. */
export interface TlsWay {
  readonly rung: Rung;
  /** Certificates (PEM) that the server should have sent; for `completed` only. They are links of a chain, never trusted by themselves. */
  readonly issuers: readonly string[];
}

/** Verified, with what is safe today. The only way in which a plain connection is made, too. */
export const strictWay: TlsWay = { rung: 'strict', issuers: [] };

/** Options for `tls.connect`. Old protocols and keys are taken only where the strict way has failed. */
export const tlsOptionsOf = (rung: Rung): RungOptions =>
  rung === 'strict' || rung === 'completed' ? { rejectUnauthorized: true } : { ...oldManners, rejectUnauthorized: rung === 'legacy' };

/** As `tls.connect` takes them. */
export type RungOptions = { readonly rejectUnauthorized: boolean } & Partial<typeof oldManners>;

const oldManners = {
  minVersion: 'TLSv1',
  ciphers: 'DEFAULT@SECLEVEL=0',
  secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
} as const;

/** The next rung after a connection that failed in this way; null where giving up more would not help. */
export function rungAfter(rung: Rung, failed: NoAnswer): LowerRung | null {
  if (rung === 'unverified' || (failed.cause === 'tls' && notTls.test(failed.detail))) return null;
  if (rung === 'strict' && mayBeOld(failed)) return 'legacy';
  if (failed.cause !== 'tls') return null;
  return rung === 'strict' && securityFindingOf(failed.detail) === 'issuer-missing' ? 'completed' : 'unverified';
}

/** Why an encrypted connection could not be made, where a lower rung may mend it; null for everything else. */
export const tlsTroubleOf = (exchange: Exchange): NoAnswer | null =>
  exchange.kind === 'none' && (exchange.cause === 'tls' || isCutInHandshake(exchange)) ? exchange : null;

/** The server speaks, but not TLS: nothing to climb down for. */
const notTls = /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|BAD_RECORD_TYPE/;

const mayBeOld = (failed: NoAnswer): boolean =>
  isCutInHandshake(failed) || !verificationFailures.has(securityFindingOf(failed.detail)) || /UNSPECIFIED/.test(failed.detail);

/** Old servers hang up on a greeting that they do not understand. There was no connection yet, so the address is unknown. */
const isCutInHandshake = ({ cause, address, detail }: NoAnswer): boolean =>
  cause === 'reset' && address === null && /ECONNRESET|before secure TLS/.test(detail);

const verificationFailures: ReadonlySet<string> = new Set([
  'expired',
  'not-yet-valid',
  'wrong-name',
  'self-signed',
  'issuer-missing',
  'untrusted',
]);
