import { isUtf8 } from 'node:buffer';
import { unzipSync } from 'fflate';

/** A file within a ZIP. */
export interface ZipMember {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More came out of a container than was allowed. */
export class UnpackedTooMuch extends RangeError {}

const mostMembers = 20_000;

/** Names of the files within a ZIP in their order; null when its directory is broken. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  try {
    const names: string[] = [];
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.length < mostMembers) names.push(memberName(name));
        return false;
      },
    });
    return names;
  } catch {
    return null;
  }
}

/**
 * The wanted files of a ZIP. No more memory is taken than `limit` bytes: what is declared larger throws UnpackedTooMuch, and what
 * turns out larger than declared is cut. Throws when the ZIP is broken.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean, limit: number): readonly ZipMember[] {
  let room = limit;
  const names: string[] = [];
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (names.length >= mostMembers || !isWanted(memberName(name))) return false;
      room -= originalSize;
      if (room < 0) throw new UnpackedTooMuch(name);
      names.push(name);
      return true;
    },
  });
  return [...new Set(names)].flatMap(name => {
    const content = Object.hasOwn(files, name) ? files[name] : undefined;
    return content === undefined ? [] : [{ name: memberName(name), bytes: content }];
  });
}

/** Names that are not marked as UTF-8 come as one character for each byte; in China those bytes are GBK, if they are not UTF-8 all the same. */
function memberName(name: string): string {
  const isBytes = /[\u0080-\u00ff]/.test(name) && !/[^\0-\u00ff]/.test(name);
  if (!isBytes) return name;
  const bytes = Buffer.from(name, 'latin1');
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes);
}
