import { afterAll, beforeAll } from 'vitest';
import type { HttpFetcherOptions } from '../../src/crawl/fetch-http.ts';
import { answers, type HostileServer, html, startHostileServer } from '../support/hostile-server.ts';
import { hostileAnswers, pageOf } from './hostile-answers.ts';
import { hostilePages } from './hostile-pages.ts';

/** Every hostile case by its number: it is served at `/case-N`, and a page that links to it and to `/good` at `/index-N`. */
export const hostileCases = [...hostileAnswers, ...hostilePages].map((one, number) => ({ ...one, number }));

const indexOf = (number: string) => pageOf(`<a href="/case-${number}">政府信息公开指南</a><a href="/good">政府信息公开制度</a>`);
const goodPage = pageOf('<h2>政府信息公开制度</h2><p>第一条 为了规范本局的政府信息公开工作，制定本制度。</p>', '政府信息公开制度');

/** One server for all tests of a file; none of its cases may hurt another. */
export function hostileSite(): () => HostileServer {
  let server: HostileServer;
  beforeAll(async () => {
    server = await startHostileServer(path => {
      const [, kind, number] = /^\/(case|index)-(\d+)/.exec(path) ?? [];
      if (kind === 'case') return hostileCases[Number(number)]?.misdeed;
      if (kind === 'index') return answers('200 OK', [html], indexOf(number!));
      return path.startsWith('/good') ? answers('200 OK', [html], goodPage) : undefined;
    });
  });
  afterAll(() => server.close());
  return () => server;
}

/** Limits small enough for a test. No name but one exists, and that one leads inside. */
export const smallLimits: Partial<HttpFetcherOptions> = {
  timeoutSeconds: 0.4,
  attempts: 1,
  lookup: async hostname => {
    if (hostname === 'inside.minghu.test') return [{ address: '10.0.0.7', family: 4 }];
    throw Object.assign(new Error(hostname), { code: 'ENOTFOUND' });
  },
};
