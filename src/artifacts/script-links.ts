/**
 * Addresses to which a script sends the reader by a literal: `location.href = "…"`, `window.open("…")`, `.href = "…"`.
 * A guess: whether the line ever runs is not known, and an address that is put together from parts is left out.
 */
export function scriptReferences(script: string): readonly string[] {
  if (!mayNavigate.test(script)) return [];
  return [...script.matchAll(navigation)].flatMap(([, quoted]) => {
    const reference = quoted!.slice(1, -1).replaceAll('\\/', '/');
    return looksLikeAddress(reference) ? [reference] : [];
  });
}

/** Text that can hardly be anything but an address: absolute, rooted, or a file name of a page. */
export const looksLikeAddress = (text: string): boolean =>
  /^(?:https?:)?\/\/[^/\s]+\.[^/\s]|^https?:\/\/[^/\s]|^\.{0,2}\/[^\s/*]|^[\w./-]+\.(?:s?html?|jspx?|aspx?|php|do|action)(?:[?#]|$)/i.test(
    text,
  ) && !/[\s<>{}|]/.test(text);

const mayNavigate = /location|\.href|open\s*\(/;
const navigation =
  /(?:\blocation(?:\.href)?\s{0,9}=|\blocation\.(?:replace|assign)\s{0,9}\(|\bopen\s{0,9}\(|\.href\s{0,9}=)\s{0,9}("[^"\n]*"|'[^'\n]*')(?!\s{0,9}\+)/g;
