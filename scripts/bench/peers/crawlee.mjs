/**
 * Crawlee's CheerioCrawler as a link checker: prints one line {"broken": address} per dead link.
 * Usage: node crawlee.mjs <start> <concurrency> <repetitions> <seconds until an answer is given up>
 */
import { CheerioCrawler, Configuration, LogLevel, log } from '@crawlee/cheerio';

const [start, concurrency, repetitions, seconds] = process.argv.slice(2);
const { hostname } = new URL(start);
const tell = address => process.stdout.write(`${JSON.stringify({ broken: address })}\n`);

log.setLevel(LogLevel.OFF);
const crawler = new CheerioCrawler(
  {
    // The same number at both ends: otherwise it starts slowly and watches the load of the machine.
    minConcurrency: Number(concurrency),
    maxConcurrency: Number(concurrency),
    maxRequestRetries: Number(repetitions),
    navigationTimeoutSecs: Number(seconds),
    // A picture is a link that works; without this it counts as an error.
    additionalMimeTypes: ['*/*'],
    async requestHandler({ request, response, $, contentType, enqueueLinks }) {
      if (response.statusCode >= 400) return tell(request.url);
      if (!contentType.type.includes('html')) return;
      const pictures = $('img[src], script[src], iframe[src], frame[src]')
        .toArray()
        .map(({ attribs }) => URL.parse(attribs.src, request.loadedUrl))
        .filter(url => url?.hostname === hostname)
        .map(({ href }) => href);
      await enqueueLinks({ strategy: 'all', selector: 'a[href], area[href], link[href]' });
      await enqueueLinks({ strategy: 'all', urls: pictures });
    },
    failedRequestHandler: ({ request }) => tell(request.url),
  },
  new Configuration({ persistStorage: false }),
);
await crawler.run([start]);
