import type { ProfileRow } from './result.ts';

/** What is used of a `.cpuprofile` of V8. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** Node under which each sample was taken, and the microseconds before it. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

export interface ProfileSummary {
  readonly rows: readonly ProfileRow[];
  readonly idleSeconds: number;
}

/** Where a frame belongs: the first pattern that fits its file wins. Frames without a file belong where their caller belongs. */
const parts: readonly (readonly [RegExp, string])[] = [
  [/\/node_modules\/(?:htmlparser2|entities|domhandler|domutils|dom-serializer|cheerio|parse5)[^/]*\//, 'parsing HTML'],
  [/\/src\/artifacts\//, 'reading pages: links, titles, text, what gives a page away'],
  [/\/node_modules\/undici\/|^wasm:|internal\/deps\/undici/, 'HTTP client (undici)'],
  [/^node:(?:internal\/)?(?:url|querystring|idna)|\/src\/text\/urls|\/node_modules\/tldts/, 'resolving and comparing addresses'],
  [/\/node_modules\/(?:better-sqlite3|kysely)\/|\/src\/store\//, 'storage (SQLite)'],
  [/^node:(?:internal\/)?crypto/, 'hashing'],
  [/^node:zlib/, 'decompression'],
  [
    /^node:internal\/(?:modules|deps\/(?:amaro|cjs)|bootstrap|main|process\/(?:esm|pre)|vm)|^node:module/,
    'starting: loading and compiling the program',
  ],
  [
    /^node:(?:internal\/)?(?:net|stream|streams|stream_base|http|_http|tls|_tls|buffer|dgram|js_stream)/,
    'Node’s sockets, streams and buffers',
  ],
  [
    /^node:(?:internal\/)?(?:timers|process\/task_queues|async_hooks|promise|abort|events?_?|event_target|async_local)/,
    'Node’s timers, promises and events',
  ],
  [/\/src\/crawl\//, 'the crawl itself: queues, pace, verdicts, ledger'],
  [/\/src\//, 'the rest of gongkai'],
  [/\/node_modules\//, 'other libraries'],
  [/^node:/, 'the rest of Node'],
];

/** Frames that V8 makes up. */
const madeUp: ReadonlyMap<string, string> = new Map([
  ['(garbage collector)', 'garbage collection'],
  ['(program)', 'native code outside JavaScript: system calls, decoding, the compiler'],
]);

/** Self time by part, largest first, from the profiles of all threads of one run. `root`: folder of the project, cut off from file names. */
export function profileRows(profiles: readonly CpuProfile[], root: string): ProfileSummary {
  const seconds = new Map<string, Map<string, number>>();
  let idleSeconds = 0;
  for (const profile of profiles) {
    const places = placesIn(profile, root);
    profile.samples.forEach((id, index) => {
      const place = places.get(id);
      const spent = Math.max(0, profile.timeDeltas[index] ?? 0) / 1e6;
      if (place === undefined) return;
      if (place === idle) {
        idleSeconds += spent;
        return;
      }
      const files = seconds.get(place.part) ?? new Map<string, number>();
      seconds.set(place.part, files.set(place.file, (files.get(place.file) ?? 0) + spent));
    });
  }
  const rows = [...seconds].map(([part, files]) => rowOf(part, files));
  return { rows: rows.toSorted((one, other) => other.seconds - one.seconds), idleSeconds: rounded(idleSeconds) };
}

interface Place {
  readonly part: string;
  /** Empty when there is no file. */
  readonly file: string;
}
const idle: Place = { part: '(idle)', file: '' };

/** Where each node belongs; nodes above every file (the root) are left out. */
function placesIn({ nodes }: CpuProfile, root: string): ReadonlyMap<number, Place> {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const places = new Map<number, Place>();
  const isChild = new Set(nodes.flatMap(({ children = [] }) => children));
  const waiting = nodes.filter(({ id }) => !isChild.has(id)).map(node => ({ node, above: undefined as Place | undefined }));
  for (const { node, above } of waiting) {
    const place = placeOf(node, root) ?? above;
    if (place !== undefined) places.set(node.id, place);
    for (const child of node.children ?? []) waiting.push({ node: byId.get(child)!, above: place });
  }
  return places;
}

function placeOf({ callFrame: { functionName, url } }: ProfileNode, root: string): Place | undefined {
  if (functionName === '(idle)') return idle;
  const special = madeUp.get(functionName);
  if (special !== undefined) return { part: special, file: '' };
  const part = parts.find(([pattern]) => pattern.test(url))?.[1];
  return part === undefined ? undefined : { part, file: shortName(url, root) };
}

/** Without the folder of this machine. */
function shortName(url: string, root: string): string {
  const path = url.startsWith('file://') ? decodeURIComponent(new URL(url).pathname) : url;
  if (path.startsWith('wasm:')) return 'WebAssembly (llhttp)';
  const library = path.lastIndexOf('/node_modules/');
  if (library >= 0) return path.slice(library + '/node_modules/'.length);
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

function rowOf(part: string, files: ReadonlyMap<string, number>): ProfileRow {
  const [file, fileSeconds] = [...files].reduce((largest, one) => (one[1] > largest[1] ? one : largest));
  const total = [...files.values()].reduce((sum, one) => sum + one, 0);
  return { part, seconds: rounded(total), file: file === '' ? null : file, fileSeconds: rounded(fileSeconds) };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
