/** The bytes of a text in an encoding of one or two bytes, by asking the platform's decoder what every sequence means. */
export function encode(text: string, encoding: string): Uint8Array {
  const table = tableOf(encoding);
  return Uint8Array.from(
    [...text].flatMap(character => {
      if (character <= '\x7f') return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const character = meaning(decoder, bytes);
    if (character !== null && !table.has(character)) table.set(character, bytes);
  };
  for (let lead = 0x80; lead <= 0xff; lead++) {
    learn([lead]);
    for (let trail = 0x40; trail <= 0xfe; trail++) learn([lead, trail]);
  }
  tables.set(encoding, table);
  return table;
}

function meaning(decoder: InstanceType<typeof TextDecoder>, bytes: readonly number[]): string | null {
  try {
    const text = decoder.decode(Uint8Array.from(bytes));
    return [...text].length === 1 ? text : null;
  } catch {
    return null;
  }
}
