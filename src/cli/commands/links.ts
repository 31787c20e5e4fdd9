import { Command } from 'commander';
import { loadSettings } from '../../config/load-settings.ts';
import { checkLinks, type LinkCheck } from '../../crawl/check-links.ts';
import { createFetcher } from '../../crawl/fetch-http.ts';
import type { BadLink } from '../../crawl/link-ledger.ts';
import { createRobots } from '../../crawl/robots.ts';
import { stopReasons } from '../../model/snapshot.ts';
import { stripControl } from '../../text/safe-text.ts';
import { positiveInteger, webAddress } from '../arguments.ts';
import { onInterrupt } from '../interrupt.ts';
import { hostsNamedBy } from '../named-hosts.ts';
import { startProgress } from '../progress.ts';

interface LinksOptions {
  readonly json?: true;
  readonly maxPages: number;
  readonly concurrency?: number;
}

/** `gongkai links <URL>`: every link under an address. Exit codes: 0 all well, 1 something is broken, 2 not completed (DESIGN §6). */
export function linksCommand(): Command {
  return new Command('links')
    .description('检查一个网址目录下的全部链接，列出打不开的链接和它们所在的页面')
    .argument('<URL>', '起始网址；读取它所在目录下的全部页面，目录外的链接只试不读')
    .option('--max-pages <数量>', '最多读取多少个页面', positiveInteger, 5000)
    .option('--concurrency <数量>', '对同一网站同时发出的请求数；公网网站最多为 4', positiveInteger)
    .option('--json', '只输出一个 JSON')
    .action(async (address: string, options: LinksOptions) => {
      const check = await run(webAddress(address).replace(/#.*$/s, ''), options);
      process.stdout.write(options.json ? `${JSON.stringify(asJson(check))}\n` : asText(check));
      if (check.startTrouble !== null) process.stderr.write(`起始网址无法检查：${check.startTrouble}。\n`);
      process.exitCode = exitCodeOf(check);
    });
}

async function run(startUrl: string, options: LinksOptions): Promise<LinkCheck> {
  const { userAgent, crawl, pace } = loadSettings({ file: 'gongkai.yaml', environment: process.env });
  const concurrency = options.concurrency ?? pace.inFlight;
  const { hostname } = new URL(startUrl);
  const fetcher = createFetcher({
    userAgent,
    timeoutSeconds: crawl.timeoutSeconds,
    attempts: crawl.attempts,
    maxRedirects: crawl.maxRedirects,
    maxBodyBytes: crawl.maxBodyMegabytes * 1e6,
    pace: { ...pace, inFlight: concurrency },
    namedHosts: hostsNamedBy(startUrl),
    environment: process.env,
    ...(loopback.test(hostname) ? { backoffMilliseconds: 200 } : {}),
  });
  const progress = startProgress('检查链接', 1);
  const { signal, release } = onInterrupt();
  signal.addEventListener('abort', () => fetcher.close());
  try {
    return await checkLinks({
      startUrl,
      fetcher,
      robots: createRobots(fetcher, userAgent),
      concurrency,
      maxPages: options.maxPages,
      signal,
      onProgress: ({ pages, links, tried }) => progress.update(tried, `共${links}个，已读${pages}页`),
    });
  } finally {
    progress.stop();
    release();
    await fetcher.close();
  }
}

/** This machine needs no time to recover between attempts. */
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function exitCodeOf({ stoppedBecause, broken }: LinkCheck): number {
  if (stoppedBecause !== 'complete') return 2;
  return broken.length > 0 ? 1 : 0;
}

/** The contract of DESIGN §6; `suspect` is an addition. */
function asJson({ pages, links, broken, unsure, suspect }: LinkCheck): unknown {
  const doubtful = ({ url, reason, foundOn }: BadLink) => ({ url, reason, foundOn });
  return {
    pages,
    links,
    broken: broken.map(({ url, reason, status, foundOn }) => ({ url, reason, status, foundOn })),
    unsure: unsure.map(doubtful),
    suspect: suspect.map(doubtful),
  };
}

function asText({ pages, links, broken, unsure, suspect, stoppedBecause }: LinkCheck): string {
  const sections = [section('打不开的链接', broken), section('无法判定的链接', unsure), section('可疑的链接', suspect)];
  const counts = `打不开 ${broken.length} 个，无法判定 ${unsure.length} 个，可疑 ${suspect.length} 个`;
  const stopped = stoppedBecause === 'complete' ? '' : `没有检查完：${stopReasons[stoppedBecause]}。\n`;
  return `${sections.join('')}读取页面 ${pages} 个，检查链接 ${links} 个：${counts}。\n${stopped}`;
}

function section(title: string, links: readonly BadLink[]): string {
  if (links.length === 0) return '';
  const lines = links.map(({ url, reason, foundOn, pages }, i) => {
    const [first] = foundOn;
    const more = pages > 1 ? `等${pages}个页面` : '';
    const where = first === undefined ? '' : `\n${indent}见于：${first}${more}`;
    return `${String(i + 1).padStart(5)}  ${url}\n${indent}原因：${stripControl(reason)}${where}\n`;
  });
  return `${title}（${links.length}个）\n${lines.join('')}\n`;
}

const indent = ' '.repeat(7);
