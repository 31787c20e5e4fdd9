/**
 * The lower bound: every address once, one parse per page, nothing kept but the set of addresses; no pace, no repetition, no referrers.
 * Usage: node bare.ts <start> <concurrency>
 */
import { Parser } from 'htmlparser2';
import { Pool } from 'undici';

const linkAttributes: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  script: 'src',
  iframe: 'src',
  frame: 'src',
};

const [start = '', concurrency = '20'] = process.argv.slice(2);
const { origin } = new URL(start);
const pool = new Pool(origin, { connections: Number(concurrency) });
const met = new Set([start]);
const waiting = [start];
const broken: string[] = [];
let underWay = 0;

await new Promise<void>(done => {
  const next = (): void => {
    while (underWay < Number(concurrency) && waiting.length > 0) {
      underWay++;
      void visit(waiting.pop()!).finally(() => {
        underWay--;
        next();
      });
    }
    if (underWay === 0) done();
  };
  next();
});
await pool.close();
process.stdout.write(broken.map(url => `${JSON.stringify({ broken: url })}\n`).join(''));

async function visit(url: string): Promise<void> {
  try {
    const { statusCode, headers, body } = await pool.request({ path: url.slice(origin.length), method: 'GET' });
    const isPage = statusCode === 200 && String(headers['content-type']).startsWith('text/html');
    if (isPage) return readLinks(await body.text(), url);
    await body.dump();
    if (statusCode >= 400) broken.push(url);
    if (statusCode >= 300 && statusCode < 400 && headers.location) meet(String(headers.location), url);
  } catch {
    broken.push(url);
  }
}

function readLinks(html: string, base: string): void {
  const parser = new Parser({
    onopentag(name, attributes) {
      const attribute = linkAttributes[name];
      const value = attribute === undefined ? undefined : attributes[attribute];
      if (value !== undefined) meet(value, base);
    },
  });
  parser.end(html);
}

function meet(reference: string, base: string): void {
  const url = URL.parse(reference, base);
  if (url === null || url.origin !== origin) return;
  url.hash = '';
  if (met.has(url.href)) return;
  met.add(url.href);
  waiting.push(url.href);
}
