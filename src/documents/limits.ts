/** How much of the world one document may take. What exceeds a bound is left unread, and the reading says so. */
export interface DocumentLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Bytes of everything that is unpacked from it, counted as it is unpacked and not as it is declared. */
  readonly unpacked: number;
  /** Characters handed over, tables included. */
  readonly characters: number;
  /** Cells handed over in tables, counting the empty ones. */
  readonly cells: number;
  readonly pages: number;
  /** Milliseconds after which the worker is ended, and the document with it. */
  readonly time: number;
  /** Megabytes by which the process may grow. */
  readonly memory: number;
}

export const documentLimits: DocumentLimits = {
  bytes: 20_000_000,
  unpacked: 50_000_000,
  characters: 2_000_000,
  cells: 500_000,
  pages: 300,
  time: 20_000,
  memory: 700,
};
