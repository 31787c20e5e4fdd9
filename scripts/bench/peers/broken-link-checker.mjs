/**
 * broken-link-checker over a whole site: prints one line {"broken": address} per dead link.
 * Usage: node broken-link-checker.mjs <start> <concurrency>
 */
import blc from 'broken-link-checker';

const [start, concurrency] = process.argv.slice(2);
const told = new Set();

const checker = new blc.SiteChecker(
  {
    // Its own limit is one request at a time.
    maxSocketsPerHost: Number(concurrency),
    maxSockets: Number(concurrency),
    // Pictures, scripts and frames as well, as the other tools do.
    filterLevel: 2,
    honorRobotExclusions: false,
  },
  {
    link({ broken, url }) {
      const address = url.resolved ?? url.original;
      if (!broken || told.has(address)) return;
      told.add(address);
      process.stdout.write(`${JSON.stringify({ broken: address })}\n`);
    },
  },
);
checker.enqueue(start);
