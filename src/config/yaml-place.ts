import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

type Path = readonly PropertyKey[];

/**
 * The line (from 1) on which the value at `path` is written. Where the path leads to nothing, because something is missing,
 * it is the line of the last thing on the way that does exist.
 */
export function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(step));
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
      continue;
    }
    if (!isSeq(node)) break;
    node = node.items[Number(step)];
    offset = startOf(node) ?? offset;
  }
  return lines.linePos(offset).line;
}

/** A path as people write it: `categories 第1项 › checks 第2项 › weight`; empty for the whole file. */
export function writePath(path: Path): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written} 第${step + 1}项`.trimStart();
    return written === '' ? String(step) : `${written} › ${String(step)}`;
  }, '');
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
