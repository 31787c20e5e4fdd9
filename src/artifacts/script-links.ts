import { writtenLinks } from './script-markup.ts';
import { scriptTokens } from './script-tokens.ts';
import { scriptValues } from './script-values.ts';

/**
 * Addresses to which a script sends the reader by a literal: `location.href = "…"`, `window.open("…")`, `.href = "…"`, and those of the
 * links and frames that it writes into the page. A guess: whether the line ever runs is not known. An address that is put together from
 * what only the running script knows is left out.
 */
export const scriptReferences = (script: string): readonly string[] => [...navigations(script), ...inWrittenMarkup(script)];

function inWrittenMarkup(script: string): readonly string[] {
  if (script.length > longestWriter || !mayWrite.test(script) || !/<(?:a|iframe)\s/i.test(script)) return [];
  const { calls } = scriptValues(scriptTokens(script));
  return writtenLinks(calls, new Map()).flatMap(({ href }) => (href === '' ? [] : [href]));
}

/** Characters; what is longer is a library. */
const longestWriter = 100_000;
const mayWrite = /write(?:ln)?\s{0,9}\(|HTML|append|prepend|html\s{0,9}\(/;

function navigations(script: string): readonly string[] {
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
