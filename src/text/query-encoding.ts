/**
 * The reference with the non-ASCII characters of its query percent-encoded in the page's encoding, as browsers send them
 * (URL standard §4.4, “percent-encode after encoding”). A character that the encoding lacks becomes `&#…;`, escaped.
 * Pages in UTF-8 and UTF-16, and references without such characters, come back unchanged.
 */
export function encodeQuery(reference: string, encoding: string): string {
  if (encoding.startsWith('utf-') || asciiOnly.test(reference)) return reference;
  const hash = reference.indexOf('#');
  const end = hash < 0 ? reference.length : hash;
  const mark = reference.indexOf('?');
  if (mark < 0 || mark > end) return reference;
  const table = tableOf(encoding);
  const query = reference.slice(mark, end).replace(beyondAscii, character => table.get(character) ?? entity(character));
  return reference.slice(0, mark) + query + reference.slice(end);
}

const asciiOnly = /^\p{ASCII}*$/u;
const beyondAscii = /\P{ASCII}/gu;
const entity = (character: string) => `%26%23${character.codePointAt(0)}%3B`;

const tables = new Map<string, ReadonlyMap<string, string>>();

function tableOf(encoding: string): ReadonlyMap<string, string> {
  const kept = tables.get(encoding);
  if (kept) return kept;
  const made = inverted(encoding);
  tables.set(encoding, made);
  return made;
}

/** Turns the platform's decoder round: what each one- and two-byte sequence means. Four-byte forms (GB18030) are rare and left out. */
function inverted(encoding: string): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  const learn = (sequences: readonly (readonly number[])[]) => {
    // A line feed between sequences keeps one that is incomplete from swallowing the next.
    const decoded = new TextDecoder(encoding).decode(Uint8Array.from(sequences.flatMap(bytes => [...bytes, lineFeed]))).split('\n');
    if (decoded.length !== sequences.length + 1) return;
    for (const [i, bytes] of sequences.entries()) {
      const character = decoded[i]!;
      if ([...character].length === 1 && character > '\x7f' && character !== '\ufffd' && !table.has(character))
        table.set(character, bytes.map(byte => `%${byte.toString(16).toUpperCase()}`).join(''));
    }
  };
  learn(range(0x80, 0xff).map(byte => [byte]));
  learn(range(0x81, 0xfe).flatMap(lead => range(0x40, 0xfe).flatMap(trail => (trail === 0x7f ? [] : [[lead, trail]]))));
  return table;
}

const lineFeed = 10;
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
