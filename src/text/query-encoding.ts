/**
 * The reference with the non-ASCII characters of its query percent-encoded in the page's encoding, as browsers send them
 * (URL standard §1.3, “percent-encode after encoding”; bytes of ASCII stay as they are). A character that the encoding lacks becomes `&#…;`, escaped.
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
      const isNew = !table.has(character) || (encoding === 'big5' && lastOfBig5.has(character));
      if ([...character].length === 1 && character > '\x7f' && character !== '\ufffd' && isNew) table.set(character, escaped(bytes));
    }
  };
  learn(range(0x80, 0xff).map(byte => [byte]));
  const leads = range(encoding === 'big5' ? firstOfBig5 : 0x81, 0xfe);
  learn(leads.flatMap(lead => range(0x40, 0xfe).flatMap(trail => (trail === 0x7f ? [] : [[lead, trail]]))));
  return table;
}

/** Encoding standard §5, “index Big5 pointer”: what is in front is only ever read, and of these characters the later place is written. */
const firstOfBig5 = 0xa1;
const lastOfBig5 = new Set('═╞╡╪十卅');

const escaped = (bytes: readonly number[]): string =>
  bytes.map(byte => (byte < 0x80 ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`)).join('');
const lineFeed = 10;
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
