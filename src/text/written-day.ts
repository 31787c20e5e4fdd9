/** A day as people write it into a cell (2026/1/2, 2026年1月2日) → ISO; anything else as it stands. */
export function isoDay(text: string): string {
  const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.normalize('NFKC').replaceAll(' ', ''));
  return date ? `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}` : text;
}
