/** What bytes that no browser can show as a page are, in Chinese: by their first ones. Null for everything that may be text. */
export function binaryName(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return marks.find(([mark]) => start.startsWith(mark))?.[1] ?? null;
}

const marks: readonly (readonly [mark: string, name: string])[] = [
  ['%PDF-', 'PDF文件'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Word、Excel等文件'],
  ['PK\x03\x04', '压缩文件或者Word、Excel等文件'],
  ['Rar!\x1a\x07', '压缩文件'],
  ["7z\xbc\xaf'\x1c", '压缩文件'],
  ['\x1f\x8b\x08', '压缩数据'],
  ['\x89PNG\r\n\x1a\n', '图片'],
  ['\xff\xd8\xff', '图片'],
  ['GIF87a', '图片'],
  ['GIF89a', '图片'],
];
