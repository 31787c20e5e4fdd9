import { spawn } from 'node:child_process';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BenchSite, makeSite } from './site.ts';

// Measures `gongkai links` on a made-up site on loopback. See README.md beside this file.

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '1000,5000' },
    concurrency: { type: 'string', default: '20' },
    delay: { type: 'string', default: '0' },
  },
});

interface Measured {
  readonly pages: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly requestsPerAddress: number;
  readonly mostInFlight: number;
  readonly wronglyBroken: number;
  readonly missedBroken: number;
}

const measured: Measured[] = [];
for (const pages of values.pages.split(',').map(Number)) measured.push(await measure(pages));
console.table(measured);
const [first, last] = [measured[0]!, measured.at(-1)!];
if (first !== last) {
  const growth = (last.wallSeconds / first.wallSeconds).toFixed(2);
  console.log(
    `${(last.pages / first.pages).toFixed(1)} × the pages took ${growth} × the time and ${(last.peakMegabytes - first.peakMegabytes).toFixed(0)} MB more.`,
  );
}

async function measure(pages: number): Promise<Measured> {
  const site = makeSite(pages);
  const server = await serve(site, Number(values.delay));
  const started = performance.now();
  const { report, usage } = await run(server.origin);
  const wallSeconds = (performance.now() - started) / 1000;
  server.close();
  const found = new Set(report.broken.map(({ url }) => url.slice(server.origin.length)));
  return {
    pages: report.pages,
    wallSeconds: round(wallSeconds),
    cpuSeconds: round(usage.cpuSeconds),
    peakMegabytes: Math.round(usage.peakMegabytes),
    requestsPerAddress: round(server.counts.requests / server.counts.addresses.size),
    mostInFlight: server.counts.mostInFlight,
    wronglyBroken: [...found].filter(path => !site.broken.has(path)).length,
    missedBroken: [...site.broken].filter(path => !found.has(path)).length,
  };
}

interface Result {
  readonly report: { readonly pages: number; readonly broken: readonly { readonly url: string }[] };
  readonly usage: { readonly peakMegabytes: number; readonly cpuSeconds: number };
}

async function run(origin: string): Promise<Result> {
  const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const args = ['--import', new URL('report-usage.ts', import.meta.url).href, file('../gongkai.mjs')];
  const options = ['links', `${origin}/`, '--json', '--concurrency', values.concurrency, '--max-pages', '1000000'];
  const child = spawn(process.execPath, [...args, ...options], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] });
  const [report, usage] = await Promise.all([text(child.stdout!), text(child.stdio[3] as NodeJS.ReadableStream)]);
  return { report: JSON.parse(report), usage: JSON.parse(usage) };
}

async function serve(site: BenchSite, delayMilliseconds: number) {
  const counts = { requests: 0, addresses: new Set<string>(), inFlight: 0, mostInFlight: 0 };
  const server = http.createServer((request, response) => {
    const path = request.url ?? '/';
    counts.requests++;
    counts.addresses.add(path);
    counts.mostInFlight = Math.max(counts.mostInFlight, ++counts.inFlight);
    response.on('close', () => counts.inFlight--);
    const { status, type, body, location } = site.replyTo(path) ?? { status: 404, type: 'text/html', body: '' };
    const send = () => response.writeHead(status, { 'content-type': type, ...(location ? { location } : {}) }).end(body);
    if (delayMilliseconds > 0) setTimeout(send, delayMilliseconds);
    else send();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, counts, close };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
