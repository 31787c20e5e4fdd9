import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf } from './open-pdf.ts';

/**
 * Those of the pages that show a large picture, by the number of the page. No picture is decoded: opened strictly, a page with one
 * stops listing its operators there.
 */
export async function pictured(pdf: PDFDocumentProxy, bytes: Uint8Array, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0 || !hasPictures(bytes)) return [];
  const strict = await openPdf(bytes, 'strict').catch(() => null);
  if (strict === null) return [];
  const found: number[] = [];
  for (const number of numbers) {
    const [all, some] = [await operatorCount(pdf, number), await operatorCount(strict, number)];
    if (some < all) found.push(number);
  }
  await strict.loadingTask.destroy();
  return found;
}

/** Pictures are streams, and the dictionary of a stream is always written in the open. */
function hasPictures(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return data.includes('/Image') || data.includes('/ImageMask');
}

async function operatorCount(pdf: PDFDocumentProxy, number: number): Promise<number> {
  try {
    const page = await pdf.getPage(number);
    const { fnArray } = await page.getOperatorList();
    page.cleanup();
    return fnArray.length;
  } catch {
    return 0;
  }
}
