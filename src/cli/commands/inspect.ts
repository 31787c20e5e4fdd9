import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { compileVocabulary } from '../../artifacts/compile-vocabulary.ts';
import { type PageInput, readPage } from '../../artifacts/read-page.ts';
import { loadVocabulary } from '../../config/load-vocabulary.ts';
import { createRobots } from '../../crawl/robots.ts';
import { GongkaiError } from '../../model/errors.ts';
import { failureTitles } from '../../model/fetch-outcome.ts';
import { shipped } from '../../package.ts';
import { decodeHtml } from '../../text/decode.ts';
import { todayInShanghai } from '../arguments.ts';
import { hostsNamedBy } from '../named-hosts.ts';
import { readingAsJson, readingAsText } from '../render-reading.ts';
import { openFetcher, readSettings } from '../services.ts';

interface InspectOptions {
  readonly base?: string;
  readonly json?: true;
}

/** `inspect <file or URL>`: what the recogniser sees on one page. Exit code 2 when the address gives no page. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('查看程序从一个网页上认出了什么')
    .argument('<target>', '网页文件，或网址')
    .option('--base <URL>', '网页文件原来的网址，用来还原页面上的相对链接', webAddress)
    .option('--json', '只输出一个 JSON')
    .action(inspect);
}

async function inspect(target: string, { base, json }: InspectOptions): Promise<void> {
  const page = /^https?:\/\//i.test(target) ? await pageAt(webAddress(target)) : pageIn(target, base);
  if (typeof page === 'string') {
    process.stderr.write(`${page}\n`);
    process.exitCode = 2;
    return;
  }
  const vocabulary = compileVocabulary(loadVocabulary(shipped('checks/vocabulary')));
  const reading = readPage({ ...page, today: todayInShanghai(Date.now()) }, vocabulary);
  process.stdout.write(json ? `${JSON.stringify(readingAsJson(reading))}\n` : readingAsText(reading));
}

function pageIn(file: string, base: string | undefined): PageInput {
  const url = base ?? pathToFileURL(file).href;
  try {
    const { text, encoding } = decodeHtml(readFileSync(file));
    return { html: text, url, encoding };
  } catch (cause) {
    throw new GongkaiError('FILE_UNREADABLE', `无法读取文件 ${file}，请检查路径和读取权限；网址须以 http:// 或 https:// 开头。`, { cause });
  }
}

/** The page at an address, or one Chinese sentence why there is none. */
async function pageAt(url: string): Promise<PageInput | string> {
  const settings = readSettings();
  const fetcher = openFetcher(settings, hostsNamedBy(url));
  try {
    if (!(await createRobots(fetcher, settings.userAgent).allows(url))) return `没有查看 ${url}：${failureTitles.robots}。`;
    const outcome = await fetcher.fetch({ url, body: 'html' });
    if (outcome.kind === 'failure') return `${url} 打不开：${failureTitles[outcome.cause]}（${outcome.detail}）。`;
    const { body, finalUrl, status, headers } = outcome;
    if (body.length === 0) return `${url} 不是网页，或者是空的（状态码 ${status}，类型 ${headers['content-type'] ?? '未说明'}）。`;
    const { text, encoding } = decodeHtml(body, headers['content-type']);
    return { html: text, url: finalUrl, encoding, status, headers };
  } finally {
    await fetcher.close();
  }
}

function webAddress(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.href;
  throw new GongkaiError('USAGE', `“${text}”不是完整的网址，请写成 http:// 或 https:// 开头的形式，如 https://www.example.gov.cn/zwgk/ 。`);
}
