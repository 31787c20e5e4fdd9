import type { FailureCause } from '../model/fetch-outcome.ts';

/** Why an attempt brought nothing, and whether the same request may succeed a moment later. */
export interface Trouble {
  readonly cause: FailureCause;
  readonly detail: string;
  readonly temporary: boolean;
}

/**
 * Translates any error of undici, node:net, node:tls or node:dns into a cause.
 * An unknown error is `protocol` with its text as detail, never an exception.
 */
export function troubleOf(error: unknown, way: { readonly throughProxy: boolean }): Trouble {
  const { code, message } = describe(error);
  const detail = code && !message.includes(code) ? `${code}: ${message}` : message;
  if (way.throughProxy && isProxyTrouble(code, message)) return { cause: 'proxy', detail, temporary: false };
  const cause = isUnasked(code, message) ? 'protocol' : (causes.get(code) ?? causeByShape(code, message));
  return { cause, detail, temporary: isTemporary(cause, code) };
}

/** The caller gave up; says nothing about the server. */
export const interruption: Trouble = { cause: 'interrupted', detail: 'stopped by the caller', temporary: false };

/** Time ran out for one attempt. */
export const tooSlow = (milliseconds: number): Trouble => ({
  cause: 'timeout',
  detail: `no answer within ${milliseconds / 1000} s`,
  temporary: true,
});

/** True when there was an answer, but one that undici's strict parser refuses. */
export const isParseTrouble = (trouble: Trouble): boolean =>
  trouble.cause === 'protocol' && /\b(?:HPE_\w+|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|UND_ERR_SOCKET: bad)\b/.test(trouble.detail);

/** True when fewer bytes came than were announced, or more. */
export const isLengthTrouble = (trouble: Trouble): boolean => /\bUND_ERR_RES_CONTENT_LENGTH_MISMATCH\b/.test(trouble.detail);

/** Thrown by the guard inside a connection attempt. */
export const forbiddenAddressCode = 'GONGKAI_FORBIDDEN_ADDRESS';

const causes = new Map<string, FailureCause>([
  [forbiddenAddressCode, 'forbidden-address'],
  ['ENOTFOUND', 'dns'],
  ['ENODATA', 'dns'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'refused'],
  ['ENETUNREACH', 'refused'],
  ['EHOSTDOWN', 'refused'],
  ['ENETDOWN', 'refused'],
  ['EADDRNOTAVAIL', 'refused'],
  ['EACCES', 'refused'],
  ['EPERM', 'refused'],
  ['ECONNRESET', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['EPIPE', 'reset'],
  ['UND_ERR_SOCKET', 'reset'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['UND_ERR_PRX_CONN', 'proxy'],
  ['UND_ERR_PRX_TLS', 'proxy'],
  ['UND_ERR_DESTROYED', 'interrupted'],
  ['UND_ERR_CLOSED', 'interrupted'],
  ['UND_ERR_ABORTED', 'interrupted'],
  ['ABORT_ERR', 'interrupted'],
  // Our own machine has run out of something: this says nothing about the server.
  ['EMFILE', 'interrupted'],
  ['ENFILE', 'interrupted'],
  ['ENOBUFS', 'interrupted'],
  ['ENOMEM', 'interrupted'],
  ['EPROTO', 'tls'],
  ['UNSPECIFIED', 'tls'],
  ['HOSTNAME_MISMATCH', 'tls'],
  ['INVALID_CA', 'tls'],
  ['INVALID_PURPOSE', 'tls'],
  ['PATH_LENGTH_EXCEEDED', 'tls'],
]);

/** An interim answer (100, 101) that nobody asked for: undici gives up, browsers read on. */
const isUnasked = (code: string, message: string): boolean => code === 'UND_ERR_SOCKET' && /^bad (?:response|upgrade)/.test(message);

const certificateCode = /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EE_KEY_|CA_MD_|OCSP_)/;
const resolverCode = /^(?:EAI_|EREFUSED$|ESERVFAIL$|EFORMERR$|EBADNAME$|EBADRESP$)/;
const beforeConnection = new Set<FailureCause>(['dns', 'refused', 'proxy']);

function causeByShape(code: string, message: string): FailureCause {
  if (certificateCode.test(code)) return 'tls';
  if (resolverCode.test(code)) return 'dns';
  return /before secure TLS connection/.test(message) ? 'tls' : 'protocol';
}

function isProxyTrouble(code: string, message: string): boolean {
  if (/^Proxy (?:response|Authentication)/.test(message)) return true;
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT') return true;
  return beforeConnection.has(causes.get(code) ?? causeByShape(code, message));
}

function isTemporary(cause: FailureCause, code: string): boolean {
  if (cause === 'dns') return code === 'EAI_AGAIN' || code === 'ESERVFAIL';
  return cause === 'reset' || cause === 'timeout' || cause === 'refused';
}

// Undici 8 leaves out the code of its parser errors.
const parserCode = (error: Error): string => (error.name === 'HTTPParserError' ? 'HPE_INVALID' : '');

// A failed attempt on several addresses arrives as an AggregateError whose own message is empty.
function describe(error: unknown): { readonly code: string; readonly message: string } {
  if (!(error instanceof Error)) return { code: '', message: String(error) };
  const inner = error instanceof AggregateError ? error.errors.find(each => each instanceof Error) : undefined;
  const code = codeOf(error) || codeOf(inner) || codeOf(error.cause) || parserCode(error);
  return { code, message: error.message.trim() || (inner instanceof Error ? inner.message : '') || error.name };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
