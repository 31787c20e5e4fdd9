import { failureTitles } from '../model/fetch-outcome.ts';
import { type SecurityFinding, securityFindings } from '../model/security.ts';

/** What is wrong with an encrypted connection, from the detail that TLS gave (OpenSSL's and Node's codes). */
export const securityFindingOf = (detail: string): SecurityFinding => findings.find(([code]) => code.test(detail))?.[1] ?? 'other';

/** Why there was no encrypted connection at all, as one Chinese clause. Where no certificate was the reason, no more is known than that. */
export function certificateTrouble(detail: string): string {
  const finding = securityFindingOf(detail);
  return finding === 'other' || finding === 'old-protocol' ? failureTitles.tls : securityFindings[finding];
}

const findings: readonly (readonly [RegExp, SecurityFinding])[] = [
  [/CERT_HAS_EXPIRED/, 'expired'],
  [/CERT_NOT_YET_VALID/, 'not-yet-valid'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH/, 'wrong-name'],
  [/DEPTH_ZERO_SELF_SIGNED/, 'self-signed'],
  [/UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF/, 'issuer-missing'],
  [/SELF_SIGNED_CERT_IN_CHAIN|CERT_UNTRUSTED|CERT_REJECTED|INVALID_CA|CERT_SIGNATURE_FAILURE/, 'untrusted'],
  [/DH_KEY/, 'old-protocol'],
  [/KEY_TOO_SMALL|MD_TOO_WEAK|WRONG_SIGNATURE_TYPE|too weak|too small/i, 'weak-signature'],
  [/PROTOCOL|HANDSHAKE|RENEGOTIATION|CIPHER|INSUFFICIENT_SECURITY|ECONNRESET|before secure TLS/, 'old-protocol'],
];
