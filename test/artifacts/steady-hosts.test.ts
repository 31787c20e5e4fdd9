import { describe, expect, test } from 'vitest';
import { steadiness } from '../../src/artifacts/steady-hosts.ts';
import type { Look } from '../../src/model/snapshot.ts';

const own = 'http://jyj.minghu.gov.cn';
const isOwn = (url: string) => url.startsWith(`${own}/`);
const look = (url: string, answer: Partial<Look> = {}): Look => ({
  url,
  finalUrl: url,
  hops: [],
  purpose: 'link',
  via: 'http',
  foundOn: `${own}/`,
  anchorText: '',
  fetchedAt: '2026-11-20T01:00:00.000Z',
  unchangedSince: null,
  elapsedMs: 1,
  attempts: 1,
  address: null,
  security: null,
  status: 200,
  failure: null,
  headers: {},
  truncated: false,
  bytes: 0,
  bodySha256: null,
  ...answer,
});
const status = (code: number, attempts = 3): Partial<Look> => ({ status: code, attempts });
const failure = (cause: 'refused' | 'timeout' | 'reset' | 'tls', detail: string = cause, attempts = 3): Partial<Look> => ({
  status: null,
  failure: { cause, detail },
  attempts,
});
const refused = failure('refused', 'connect ECONNREFUSED 192.0.2.1:80');
const well = (base: string, many: number) => Array.from({ length: many }, (_, index) => look(`${base}/well/${index}.html`));

describe('an address of the unit', () => {
  const fault = (answer: Partial<Look>, others: readonly Look[] = well(own, 20)) => {
    const failed = look(`${own}/zt/1.html`, answer);
    return steadiness([...others, failed], isOwn).faultOf(failed);
  };

  test.for([
    [500, '服务器内部错误（500，试了3次）'],
    [502, '网关没有得到应答（502，试了3次）'],
    [504, '网关等待超时（504，试了3次）'],
  ] as const)('%i every time, while the host answers otherwise, is its fault', ([code, reason]) => {
    expect(fault(status(code))).toMatchObject({ verdict: 'broken', reason });
  });

  test.for([501, 505])('%i is the same at every asking and is not asked again', code => {
    expect(fault(status(code, 1))).toMatchObject({ verdict: 'broken', reason: expect.stringContaining(`（${code}）`) });
  });

  test.for([200, 404, 401, 403, 412, 429, 503, 520, 521, 522])('%i is none', code => {
    expect(fault(status(code))).toBeNull();
  });

  test.for([
    ['time-out', failure('timeout')],
    ['reset', failure('reset')],
    ['certificate', failure('tls')],
    ['one attempt only', status(500, 1)],
    ['refused, one attempt only', failure('refused', 'ECONNREFUSED', 1)],
    ['no way to the network', failure('refused', 'connect ENETUNREACH 192.0.2.1:80')],
  ] as const)('%s proves nothing', ([, answer]) => {
    expect(fault(answer)).toBeNull();
  });

  test('that refuses every time, while the host answers otherwise, is its fault', () => {
    expect(fault(refused)).toMatchObject({ verdict: 'broken', reason: '服务器拒绝连接（试了3次）' });
  });

  test('a site that is ailing that night is not full of dead links', () => {
    const ailing = Array.from({ length: 10 }, (_, index) => look(`${own}/ill/${index}.html`, status(500)));
    expect(fault(status(500), [...well(own, 40), ...ailing])).toBeNull();
    expect(fault(status(500), [])).toBeNull();
  });
});

describe('an address elsewhere', () => {
  const far = 'http://baoming.minghu.example';
  const other = 'http://other.minghu.example';
  const fault = (answer: Partial<Look>, others: readonly Look[]) => {
    const failed = look(`${far}/`, answer);
    return steadiness([...others, failed], isOwn).faultOf(failed);
  };

  test('that refuses every time, while other sites were reached, is suspect: it may refuse nobody but us', () => {
    expect(fault(refused, [...well(own, 20), ...well(other, 1), ...well('http://third.minghu.example', 1)])).toMatchObject({
      verdict: 'suspect',
      reason: '服务器拒绝连接（试了3次）',
    });
  });

  test('whose host answers for other pages is its fault too', () => {
    expect(fault(status(500), [...well(far, 1)])).toMatchObject({ verdict: 'broken', reason: expect.stringContaining('500') });
  });

  test.for([
    ['only the unit’s own site was reached: our network may let nobody else through', well(own, 50)],
    ['as many others refuse as answer', [...well(own, 50), ...well(other, 3), look('http://third.minghu.example/', refused)]],
    ['nothing was reached', []],
  ] as const)('%s', ([, others]) => {
    expect(fault(refused, others)).toBeNull();
  });

  test('silence is never a fault', () => {
    expect(fault(failure('timeout'), [...well(own, 20), ...well(other, 5)])).toBeNull();
  });
});
