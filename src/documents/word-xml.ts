import { Parser } from 'htmlparser2';
import { Collector } from './collector.ts';
import type { DocumentLimits } from './limits.ts';
import type { RawReading } from './raw-reading.ts';

/**
 * Words and tables of WordprocessingML: the main part of a DOCX, or a document of Word 2003 as one XML file. Deleted words and the
 * second writing of a text box are left out. Entities that the file itself declares are not followed.
 */
export function readWordXml(xml: string, limits: DocumentLimits): RawReading {
  const collector = new Collector(limits);
  const state: State = { skipped: 0, inText: false, paragraphs: 0 };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(collector, state, localName(name), attributes),
      ontext: text => {
        if (state.inText && state.skipped === 0) collector.words(text);
      },
      onclosetag: name => close(collector, state, localName(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  for (let at = 0; at < xml.length && !collector.isFull; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (!collector.isFull) parser.end();
  return collector.finish();
}

interface State {
  /** Open elements whose words are not shown. */
  skipped: number;
  inText: boolean;
  /** Open paragraphs: more than one inside a text box, whose paragraphs stand within that of its anchor. */
  paragraphs: number;
}

const skipping = new Set(['del', 'moveFrom', 'Fallback', 'binData']);
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The value of `w:val` under whatever prefix the file has chosen. */
function attributeVal(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find(name => localName(name) === 'val');
  return key === undefined ? undefined : attributes[key];
}

function open(collector: Collector, state: State, name: string, attributes: Readonly<Record<string, string>>): void {
  if (skipping.has(name)) state.skipped++;
  if (state.skipped > 0) return;
  if (name === 't') state.inText = true;
  else if (name === 'tab') collector.words(' ');
  else if (name === 'br' || name === 'cr') collector.lineBreak();
  else if (name === 'noBreakHyphen') collector.words('-');
  else if (name === 'p') {
    state.paragraphs++;
    if (state.paragraphs > 1) collector.lineBreak();
  } else if (name === 'tbl') collector.openTable();
  else if (name === 'tr') collector.openRow();
  else if (name === 'tc') collector.openCell();
  else if (name === 'gridSpan') collector.widenCell(Number(attributeVal(attributes) ?? 1));
}

function close(collector: Collector, state: State, name: string): void {
  if (skipping.has(name)) state.skipped = Math.max(0, state.skipped - 1);
  if (state.skipped > 0) return;
  if (name === 't') state.inText = false;
  else if (name === 'p') {
    state.paragraphs = Math.max(0, state.paragraphs - 1);
    collector.lineBreak();
  } else if (name === 'tbl') collector.closeTable();
  else if (name === 'tr') collector.closeRow();
  else if (name === 'tc') collector.closeCell();
}
