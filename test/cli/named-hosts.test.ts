import { describe, expect, test } from 'vitest';
import { hostsNamedBy } from '../../src/cli/named-hosts.ts';

describe('hosts that a URL on the command line opens up', () => {
  test.for([
    ['http://127.0.0.1:8811/', ['127.0.0.1']],
    ['http://localhost/', ['localhost']],
    ['http://[::1]/', ['::1']],
    ['http://10.0.0.1/', []],
    ['http://192.168.1.1/', []],
    ['http://169.254.169.254/', []],
    ['http://localhost.gov.cn/', []],
    ['https://www.minghu.gov.cn/', []],
  ] as const)('%s', ([url, hosts]) => {
    expect(hostsNamedBy(url)).toEqual(hosts);
  });
});
