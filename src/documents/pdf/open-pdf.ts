import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The library with the thread in which it would do its work set to this one. Loaded when first needed: it is large. */
export async function loadPdfjs(): Promise<typeof import('pdfjs-dist')> {
  const [library, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return library;
}

/** Pictures above this many pixels are not drawn; a logo is smaller, a scanned page larger. */
const largestPicture = 60_000;

/**
 * Opens a PDF for reading text. Character maps of Chinese encodings come with the library. Nothing in the file is run. With `strict`, a page
 * with a picture above `largestPicture` refuses to list its operators instead of leaving the picture out.
 */
export async function openPdf(bytes: Uint8Array, manner: 'lenient' | 'strict'): Promise<PDFDocumentProxy> {
  const { getDocument } = await loadPdfjs();
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    cMapUrl: shippedFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: shippedFolder('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: largestPicture,
    stopAtErrors: manner === 'strict',
  }).promise;
}

const shippedFolder = (name: string): string =>
  decodeURIComponent(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')).pathname);
