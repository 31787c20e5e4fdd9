import { expect, test } from 'vitest';
import { troubleOnTheWay } from '../../src/artifacts/trouble.ts';
import type { Look } from '../../src/model/snapshot.ts';

const failed = (cause: NonNullable<Look['failure']>['cause'], detail: string) =>
  troubleOnTheWay({ failure: { cause, detail }, status: null } as Look);

test.for([
  ['dns', 'getaddrinfo ENOTFOUND nowhere.example', 'dead', '域名无法解析'],
  ['dns', 'getaddrinfo EAI_AGAIN www.minghu.gov.cn', 'unsure', '域名无法解析'],
  ['dns', 'queryA ESERVFAIL www.minghu.gov.cn', 'unsure', '域名无法解析'],
  ['redirect-loop', 'http://a.example/ again', 'dead', '循环跳转'],
  ['tls', 'CERT_HAS_EXPIRED: certificate has expired', 'unsure', '安全证书已过期'],
  ['tls', 'CERT_NOT_YET_VALID: certificate is not yet valid', 'unsure', '安全证书还没有生效'],
  ['tls', "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames", 'unsure', '安全证书与域名不符'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate', 'unsure', '安全证书是自行签发的'],
  ['tls', 'EPROTO: handshake failure', 'unsure', '无法建立加密连接'],
  ['timeout', 'no answer within 15 s', 'unsure', '超时未响应'],
] as const)('%s, %s: %s, %s', ([cause, detail, kind, reason]) => {
  expect(failed(cause, detail)).toEqual({ kind, reason });
});
