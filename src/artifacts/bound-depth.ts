/** Boxes inside boxes on real pages: hardly ever more than 40. */
const deepest = 256;

/** Elements that end by themselves where the next one begins, or have no content: many of them in a row are not deep. */
const shallow = new Set(
  'a p li td th tr dt dd option optgroup tbody thead tfoot colgroup caption rt rp area base br col embed hr img input link meta param source track wbr html head body'.split(
    ' ',
  ),
);
const opaque = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'noembed', 'noframes']);

/**
 * The same page without the tags that lie deeper than 256 boxes; their words stay. An HTML parser needs time that grows
 * with the square of the depth, so this must happen before parsing. Takes time that grows with the length only.
 */
export function boundDepth(html: string): string {
  const cuts = tagsToCut(html);
  if (cuts.length === 0) return html;
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of cuts) {
    parts.push(html.slice(from, start));
    from = end;
  }
  return [...parts, html.slice(from)].join(' ');
}

function tagsToCut(html: string): (readonly [number, number])[] {
  const cuts: (readonly [number, number])[] = [];
  let depth = 0;
  let cut = 0;
  const tag = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [, closing, written] = match;
    const name = written?.toLowerCase();
    if (name === undefined || (opaque.has(name) && closing === '')) {
      const end = name === undefined ? /-->/g : new RegExp(`</${name}`, 'gi');
      end.lastIndex = tag.lastIndex;
      if (!end.test(html)) break;
      tag.lastIndex = end.lastIndex;
      continue;
    }
    if (shallow.has(name)) continue;
    const end = html.indexOf('>', tag.lastIndex);
    const isCut = closing === '' ? depth >= deepest : cut > 0;
    if (isCut) cuts.push([match.index, end < 0 ? html.length : end + 1]);
    const step = closing === '' ? 1 : -1;
    if (isCut) cut += step;
    else depth = Math.max(0, depth + step);
    if (end < 0) break;
    tag.lastIndex = end + 1;
  }
  return cuts;
}
