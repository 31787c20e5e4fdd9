import { createHash } from 'node:crypto';
import type { DocumentReader } from '../documents/document-reader.ts';
import type { UnitReadings } from '../store/readings.ts';

/** Reads a document only when it was not read whole before. What was cut short by time or memory may come out better next time. */
export function readOnce(documents: Pick<DocumentReader, 'read'>, shelf: UnitReadings): Pick<DocumentReader, 'read'> {
  return {
    async read(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const reading = shelf.document(sha256) ?? (await documents.read(bytes));
      if (reading.unread === null) shelf.putDocument(sha256, reading);
      return reading;
    },
  };
}
