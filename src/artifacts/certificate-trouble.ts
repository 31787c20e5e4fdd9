/**
 * What is wrong with a certificate, from the detail that TLS gave (OpenSSL's and Node's codes): one Chinese clause. A browser warns its
 * reader with the same words; what lies behind the warning was not seen.
 */
export const certificateTrouble = (detail: string): string => causes.find(([code]) => code.test(detail))?.[1] ?? '安全证书有问题';

const causes: readonly (readonly [RegExp, string])[] = [
  [/CERT_HAS_EXPIRED/, '安全证书已过期'],
  [/CERT_NOT_YET_VALID/, '安全证书还没有生效'],
  [/ALTNAME_INVALID|HOSTNAME_MISMATCH/, '安全证书与域名不符'],
  [/CERT_REVOKED/, '安全证书已被吊销'],
  [/SELF_SIGNED|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY|CERT_UNTRUSTED|INVALID_CA/, '安全证书不是受信任的机构签发的'],
];
