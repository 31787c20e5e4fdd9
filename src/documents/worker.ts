import { parentPort } from 'node:worker_threads';
import type { DocumentReading } from '../model/document.ts';
import type { DocumentLimits } from './limits.ts';
import { readDocument } from './read-document.ts';

/** What the worker is asked: one document at a time. */
export interface Question {
  readonly bytes: Uint8Array;
  readonly limits: DocumentLimits;
}

// What the libraries print about a document is no part of what the program says.
for (const method of ['debug', 'info', 'log', 'warn', 'error'] as const) console[method] = () => undefined;

parentPort?.on('message', ({ bytes, limits }: Question) => {
  void readDocument(bytes, limits).then((reading: DocumentReading) => parentPort?.postMessage(reading));
});
