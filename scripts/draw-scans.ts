/**
 * Draws the pages of documents that units of the simulated city publish as scans: black and white pictures, a little askew, under
 * fixtures/city/documents/scans/. Needs Chromium with Chinese fonts, which no test does; run it after the layouts have changed.
 *
 *     node scripts/draw-scans.ts [path of the browser]
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import { accounts } from '../fixtures/city/documents/accounts/accounts.ts';
import { htmlOf } from '../fixtures/city/documents/html.ts';
import type { Scanned } from '../fixtures/city/documents/scans/scanned.ts';
import { scanName, scannedDocuments } from '../fixtures/city/documents/scans/scanned.ts';
import type { Subject } from '../fixtures/city/documents/subject.ts';
import { writePng } from '../fixtures/city/documents/writers/png.ts';
import { between } from '../fixtures/city/seeded.ts';
import { escapeHtml } from '../fixtures/city/templates/html.ts';
import { readCityUnits } from '../fixtures/city/unit-file.ts';

const folder = new URL('../fixtures/city/documents/scans/', import.meta.url);
/** A4 at about 96 points to the inch. */
const paper = { width: 790, height: 1117 } as const;

/** Lays the document out in one column and takes it page by page, each turned by a part of a degree as a sheet in a scanner is. */
async function draw(page: Page, document: Scanned, subject: Subject): Promise<void> {
  const content = accounts(subject, document);
  const name = scanName(document);
  await page.setContent(
    `<meta charset="utf-8"><style>${style}</style><div id="sheet"><div id="text"><h1>${escapeHtml(content.title)}</h1>${htmlOf(content)}</div></div>`,
  );
  const cuts: readonly number[] = await page.evaluate(cutsScript);
  for (const [index, top] of cuts.slice(0, -1).entries()) {
    const angle = between(-6, 6, `${name}/${index}/angle`) / 20;
    await page.evaluate(
      `{ const sheet = document.getElementById('sheet'), text = document.getElementById('text');
      sheet.style.height = '${cuts[index + 1]! - top}px'; text.style.marginTop = '-${top}px'; sheet.style.transform = 'rotate(${angle}deg)'; }`,
    );
    const shot = await page.screenshot({ clip: { x: 0, y: 0, ...paper } });
    const rows = await page.evaluate<string>(`(${blackAndWhite})('${shot.toString('base64')}', ${paper.width}, ${paper.height})`);
    writeFileSync(new URL(`${name}-${index + 1}.png`, folder), writePng(paper.width, paper.height, Buffer.from(rows, 'base64')));
  }
  process.stdout.write(`${name}: ${cuts.length - 1} pages\n`);
}

const style = `body{margin:0;background:#fff;font:13.5px/1.6 "Noto Sans CJK SC",sans-serif} #sheet{overflow:hidden;margin:40px 40px;width:710px}
h1{font-size:24px;text-align:center;margin:0 0 8px} p{margin:3px 0} table{border-collapse:collapse;font-size:12px;line-height:1.25} td,th{padding:2px 4px}`;

/** Heights at which a page may end: above the first row or paragraph that does not fit. */
const cutsScript = `(() => {
  const text = document.getElementById('text').getBoundingClientRect();
  const edges = [...document.querySelectorAll('#text p, #text h1, #text tr')].map(one => one.getBoundingClientRect()).map(one => [one.top - text.top, one.bottom - text.top]);
  const cuts = [0];
  for (const [top, bottom] of edges) if (bottom - cuts.at(-1) > 1030) cuts.push(Math.floor(top));
  return [...cuts, Math.ceil(text.height)];
})()`;

/** Points darker than the threshold become black; eight to a byte. */
const blackAndWhite = `async (shot, width, height) => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,' + shot)).blob());
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (data[(y * width + x) * 4] > 195) rows[y * stride + (x >> 3)] |= 0x80 >> (x & 7);
  return btoa(Array.from(rows, byte => String.fromCharCode(byte)).join(''));
}`;

const browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(new URL(name, folder));
  const page = await browser.newPage({ viewport: paper });
  const plans = new Map(readCityUnits().map(({ plan }) => [plan.id, plan]));
  for (const document of scannedDocuments) {
    const plan = plans.get(document.unit);
    if (plan === undefined) throw new RangeError(`the city has no unit ${document.unit}`);
    await draw(page, document, plan);
  }
} finally {
  await browser.close();
}
