/** Text that stands in a Markdown line or table cell as it is written. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_<>|#[\]]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Inline code that may itself contain backticks or bars. */
export const code = (text: string): string => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

/** Parts separated by an empty line, the file ended by a line end. */
export const page = (parts: readonly string[]): string => `${parts.filter(part => part !== '').join('\n\n')}\n`;

/** Told at the head of every generated page. */
export const generatedNote = (from: string): string =>
  `<!-- Generated from ${from} by scripts/build-docs.ts. Do not edit; run \`npm run docs\`. -->`;
