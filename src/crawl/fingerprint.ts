/** A 32-bit number for a text (FNV-1a over UTF-16). Spaces never count; digits only when kept, so that a page number or date makes no new page. */
export function textFingerprint(text: string, { digits }: { readonly digits: 'kept' | 'ignored' }): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || (digits === 'ignored' && code >= 48 && code <= 57)) continue;
    hash = Math.imul(hash ^ code, 0x01000193);
  }
  return hash >>> 0;
}
