/** What the made-up site answers. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  readonly location?: string;
}

/** A site made by rule: the same number of pages gives the same bytes on every machine. */
export interface BenchSite {
  /** Null for an address that is not on the site. */
  replyTo(path: string): Reply | null;
  /** Every address that some page links to and that leads nowhere. */
  readonly broken: ReadonlySet<string>;
  /** Every address that some page links to. */
  readonly linked: ReadonlySet<string>;
  /** Where a broken address ends; itself unless it redirects. A report may name either. */
  endOf(broken: string): string;
}

const linksPerPage = 50;
const bytesPerPage = 20_000;

/** About 50 links and 20 KB a page; 3 % of the links are dead (404, 410, 500, redirect to a 404), 3 % are redirects that arrive. */
export function makeSite(pageCount: number): BenchSite {
  const linksOf = Array.from({ length: pageCount }, (_, page) => linksFrom(page, pageCount));
  const linked = new Set(linksOf.flat());
  const redirectTargets = [...linked].filter(path => path.startsWith('/go/')).map(path => targetOf(path, pageCount));
  const broken = new Set([...linked].filter(path => isDead(path, pageCount)));
  const bodies = new Map(linksOf.map((links, page) => [pathOf(page), Buffer.from(bodyOf(page, links))]));
  const dead = new Set([...broken, ...redirectTargets.filter(path => path.startsWith('/missing/'))]);

  function replyTo(path: string): Reply | null {
    const body = bodies.get(path);
    if (body !== undefined) return { status: 200, type: 'text/html; charset=utf-8', body };
    if (path.startsWith('/go/') && linked.has(path))
      return { status: 302, type: 'text/html', body: nothing, location: targetOf(path, pageCount) };
    if (dead.has(path)) return { status: statusOf(path), type: 'text/html', body: notHere };
    return path.startsWith('/files/') && linked.has(path) ? { status: 200, type: 'image/png', body: picture } : null;
  }
  return { replyTo, broken, linked, endOf: path => (path.startsWith('/go/') ? targetOf(path, pageCount) : path) };
}

const nothing = Buffer.alloc(0);
const notHere = Buffer.from('<h1>Not here</h1>');
const picture = Buffer.from('png');

const pathOf = (page: number): string => (page === 0 ? '/' : `/col/${page % 23}/art_${page}.html`);

function linksFrom(page: number, pageCount: number): readonly string[] {
  const random = randomNumbers(page + 1);
  const below = [1, 2, 3, 4].map(child => 4 * page + child).filter(child => child < pageCount);
  const links = [
    ...below.map(pathOf),
    ...Array.from({ length: 8 }, (_, entry) => pathOf(entry % pageCount)),
    `/files/icon${page % 40}.png`,
  ];
  while (links.length < linksPerPage) links.push(anyLink(page, links.length, random(), random(), pageCount));
  return links;
}

function anyLink(page: number, place: number, kind: number, pick: number, pageCount: number): string {
  if (kind < 0.024) return `/missing/${page}-${place}.html`;
  if (kind < 0.026) return `/gone/${Math.floor(pick * 50)}.html`;
  if (kind < 0.028) return `/failing/${Math.floor(pick * 20)}.html`;
  if (kind < 0.06) return `/go/${Math.floor((pick * pageCount) / 20)}.html`;
  return pathOf(Math.floor(pick * pageCount));
}

const statusOf = (path: string): number => (path.startsWith('/gone/') ? 410 : path.startsWith('/failing/') ? 500 : 404);

/** Every tenth redirect leads to a page that is missing. */
function targetOf(redirect: string, pageCount: number): string {
  const number = Number(/\d+/.exec(redirect)?.[0] ?? 0);
  return number % 10 === 3 ? `/missing/moved-${number}.html` : pathOf((number * 7 + 1) % pageCount);
}

const isDead = (path: string, pageCount: number): boolean =>
  /^\/(?:missing|gone|failing)\//.test(path) || (path.startsWith('/go/') && targetOf(path, pageCount).startsWith('/missing/'));

function bodyOf(page: number, links: readonly string[]): string {
  const list = links
    .map((path, place) =>
      path.startsWith('/files/') ? `<img src="${path}" alt="">` : `<li><a href="${path}">关于做好第${place}项工作的通知</a></li>`,
    )
    .join('\n');
  const sentence = `明湖市第${page}号公告的正文，依照政府信息公开的规定予以公布。`;
  const filler = `<p>${sentence.repeat(4)}</p>\n`;
  const text = filler.repeat(Math.ceil((bytesPerPage - list.length) / (filler.length * 2.8)));
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>第${page}页_明湖市</title><script>var page=${page};</script></head><body><h1>标题${page}</h1><ul>${list}</ul>${text}</body></html>`;
}

/** Numbers in [0, 1) that look random and are the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
