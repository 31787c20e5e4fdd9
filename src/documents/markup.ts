import { Parser } from 'htmlparser2';
import { Collector } from './collector.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';

/** Visible words and tables of HTML, its title first. Read as a stream, so that no nesting is too deep. */
export function readMarkup(html: string, limits: DocumentLimits): RawReading {
  const collector = new Collector(limits);
  /** Open elements from the outermost hidden one inwards; empty while what is read is visible. */
  const hidden: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (hidden.length > 0) hidden.push(name);
        else if (isHidden(name, attributes)) hidden.push(name);
        else open(collector, name, attributes);
      },
      ontext: text => {
        if (hidden.length === 0) collector.words(text.replace(/\s+/g, ' '));
      },
      onclosetag: name => {
        if (hidden.length > 0) hidden.pop();
        else close(collector, name);
        if (collector.isFull) parser.pause();
      },
    },
    { decodeEntities: true },
  );
  // A paused parser keeps what it is given for later; pieces let it stop in the middle.
  for (let at = 0; at < html.length && !collector.isFull; at += 65_536) parser.write(html.slice(at, at + 65_536));
  if (!collector.isFull) parser.end();
  return collector.finish();
}

const unseen = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'object', 'svg', 'select', 'textarea']);
const blocks = new Set(
  'title p div br hr li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer nav main form fieldset pre blockquote center caption address'.split(
    ' ',
  ),
);

const isHidden = (name: string, attributes: Readonly<Record<string, string>>): boolean =>
  unseen.has(name) || attributes.hidden !== undefined || /display\s*:\s*none/i.test(attributes.style ?? '');

function open(collector: Collector, name: string, attributes: Readonly<Record<string, string>>): void {
  if (name === 'table') collector.openTable();
  else if (name === 'tr') collector.openRow();
  else if (name === 'td' || name === 'th')
    collector.openCell({ across: Number(attributes.colspan ?? 1), down: Number(attributes.rowspan ?? 1) });
  else if (blocks.has(name)) collector.lineBreak();
}

function close(collector: Collector, name: string): void {
  if (name === 'table') collector.closeTable();
  else if (name === 'tr') collector.closeRow();
  else if (name === 'td' || name === 'th') collector.closeCell();
  else if (blocks.has(name)) collector.lineBreak();
}
