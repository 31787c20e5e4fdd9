/**
 * Names of the streams in a compound file (the container of DOC, XLS, WPS and ET). Entries of its directory are 128 bytes long and
 * lie at multiples of 128 from the beginning, so that even a file with a broken allocation table can be asked.
 */
export function streamNames(bytes: Uint8Array): ReadonlySet<string> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Set(wanted.filter(name => hasEntry(data, name)));
}

const wanted = ['WordDocument', 'Workbook', 'Book', 'EncryptedPackage', 'WpsCustomData', 'ETExtData', 'PowerPoint Document'];

/** A name stands in UTF-16 at the entry's beginning; its length in bytes, with the closing zero, at offset 64. */
function hasEntry(data: Buffer, name: string): boolean {
  const written = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = data.indexOf(written, 512); at >= 0; at = data.indexOf(written, at + 1)) {
    if (at % 128 === 0 && at + 66 <= data.length && data.readUInt16LE(at + 64) === written.length) return true;
  }
  return false;
}
