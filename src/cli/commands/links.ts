import { Command } from 'commander';
import { checkSiteLinks } from '../../jobs/check-site-links.ts';
import { consentsOf } from '../../jobs/consents.ts';
import type { SiteLinks } from '../../model/link-check.ts';
import type { Settings } from '../../model/settings.ts';
import { linksAsJson, linksAsText } from '../../report/links.ts';
import { stripControl } from '../../text/safe-text.ts';
import { positiveInteger, webAddress } from '../arguments.ts';
import { onInterrupt } from '../interrupt.ts';
import { widenNewSpace } from '../lean-heap.ts';
import { hostsNamedBy } from '../named-hosts.ts';
import { openFetcher, openStoreOf, readSettings } from '../openings.ts';
import { startProgress } from '../progress.ts';

interface LinksOptions {
  readonly json?: true;
  readonly maxPages: number;
  readonly concurrency?: number;
}

/** `gongkai links <URL>`: every link under an address. Exit codes: 0 all well, 1 something is broken, 2 not completed (DESIGN §6). */
export function linksCommand(): Command {
  return new Command('links')
    .description('检查一个网址目录下的全部链接，列出打不开的链接、原因、所在页面和处理办法')
    .argument('<URL>', '起始网址；读取它所在目录下的全部页面，目录外的链接只试不读')
    .option('--max-pages <数量>', '最多读取多少个页面', positiveInteger, 5000)
    .option('--concurrency <数量>', '对同一网站同时发出的请求数；公网网站最多为 4', positiveInteger)
    .option('--json', '只输出一个 JSON')
    .action(async (address: string, options: LinksOptions) => {
      const check = await run(webAddress(address).replace(/#.*$/s, ''), options);
      for (const piece of options.json ? linksAsJson(check) : linksAsText(check)) process.stdout.write(piece);
      if (check.startTrouble !== null) process.stderr.write(`起始网址无法检查：${stripControl(check.startTrouble)}。\n`);
      process.exitCode = exitCodeOf(check);
    });
}

async function run(startUrl: string, { concurrency, maxPages }: LinksOptions): Promise<SiteLinks> {
  widenNewSpace();
  const settings = readSettings();
  const store = await openStoreOf(settings);
  const isHere = loopback.test(new URL(startUrl).hostname);
  const inFlight = concurrency ?? settings.pace.inFlight;
  const fetcher = openFetcher(withPace(settings, inFlight), hostsNamedBy(startUrl), {
    consents: consentsOf(await store.units()),
    ...(isHere ? { backoffMilliseconds: 100 } : {}),
  });
  const progress = startProgress('检查链接', 1);
  const { signal, release } = onInterrupt();
  signal.addEventListener('abort', () => fetcher.close());
  try {
    return await checkSiteLinks(
      { store, settings, now: Date.now },
      {
        startUrl,
        fetcher,
        concurrency: inFlight,
        maxPages,
        secondLookAfterMilliseconds: isHere ? 100 : 30_000,
        signal,
        onProgress: ({ pages, links, tried }) => progress.update(tried, `共${links}个，已读${pages}页`),
      },
    );
  } finally {
    progress.stop();
    release();
    await fetcher.close();
    await store.close();
  }
}

const withPace = (settings: Settings, inFlight: number): Settings => ({ ...settings, pace: { ...settings.pace, inFlight } });

/** This machine needs no time to recover between attempts. */
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

function exitCodeOf({ stoppedBecause, broken }: SiteLinks): number {
  if (stoppedBecause !== 'complete') return 2;
  return broken.length > 0 ? 1 : 0;
}
