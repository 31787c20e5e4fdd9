/**
 * Whether a text is what comes out of fonts that do not say which characters their glyphs stand for: private or unassigned
 * characters in bulk, or ideographs that no one uses. Nineteen of twenty ideographs of any administrative text are among the
 * 3,755 commonest, the first level of GB 2312; of ideographs taken at random one in six is.
 */
export function isGarbled(text: string): boolean {
  const shown = text.replace(/\s+/g, '');
  if (shown.length < fewest) return false;
  const strange = shown.match(strangers)?.length ?? 0;
  if (strange > shown.length * 0.3) return true;
  const ideographs = shown.match(/\p{Script=Han}/gu) ?? [];
  if (ideographs.length < fewest) return false;
  return ideographs.filter(character => common.has(character)).length < ideographs.length * 0.6;
}

const fewest = 20;

/** Scripts, control and private characters that a Chinese document has at most a few of. */
const strangers =
  /[^\p{Script=Han}\p{Script=Latin}\p{Nd}\p{No}\p{Nl}\p{P}\p{Sm}\p{Sc}\p{So}\p{Sk}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Lm}]/gu;

/** Ideographs of the first level of GB 2312: bytes B0A1 to D7F9. */
const common: ReadonlySet<string> = new Set(
  new TextDecoder('gbk').decode(
    Uint8Array.from(
      Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) => Array.from({ length: 94 }, (_, cell) => [0xb0 + row, 0xa1 + cell])).flat(2),
    ),
  ),
);
