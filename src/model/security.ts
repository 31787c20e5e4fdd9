/** What was wrong with an encrypted connection that could be made all the same: one Chinese clause each, as a browser would warn. */
export const securityFindings = {
  expired: '安全证书已过期',
  'not-yet-valid': '安全证书还没有生效',
  'wrong-name': '安全证书与域名不符',
  'self-signed': '安全证书是自行签发的',
  /** The issuer was not sent, was fetched from where the certificate says it lies, and completes the chain. */
  'chain-incomplete': '安全证书缺少中间证书',
  /** The issuer was not sent and could not be fetched: an incomplete chain or an unknown authority, nobody can tell. */
  'issuer-missing': '安全证书没有附上签发机构的证书，无法核实由谁签发',
  untrusted: '安全证书不是受信任的机构签发的',
  'weak-signature': '安全证书的密钥或签名算法太弱',
  'old-protocol': '只支持已停用的旧加密协议',
  other: '安全证书有问题',
} as const;
export type SecurityFinding = keyof typeof securityFindings;

/**
 * How much had to be given up for an encrypted connection. `legacy`: old protocols and weak keys, the certificate verified all the same;
 * `completed`: verified with an issuer that the server should have sent; `unverified`: whoever answered did not prove who it is.
 */
export type LowerRung = 'legacy' | 'completed' | 'unverified';

/** A connection that a careful browser would have warned of, or refused. What came over it was read like anything else. */
export interface Security {
  /** Such as `https://www.minghu.example`: whose connection it was, which may be a host on the way. */
  readonly origin: string;
  readonly rung: LowerRung;
  readonly finding: SecurityFinding;
  /** What TLS said, for whoever repairs the server. */
  readonly detail: string;
}
