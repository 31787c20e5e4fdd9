/**
 * A workbook of one sheet. The first row is the headings. Every cell is typed as text, so that nothing in it is ever calculated,
 * and columns are wide enough to write in.
 */
export async function toWorkbook(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  // Loaded here so that commands which write no workbook start without it.
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const [headings = [], ...body] = rows;
  const cells = [
    headings.map(value => ({ value, type: String, fontWeight: 'bold' as const })),
    ...body.map(row => row.map(value => ({ value, type: String }))),
  ];
  return writeXlsxFile(cells, { sheet, stickyRowsCount: 1, columns: headings.map(() => ({ width: 24 })) }).toBuffer();
}
