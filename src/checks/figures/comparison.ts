import type { Measured } from '../../model/check.ts';

/** What the documents of two years say to each other. */
export type Comparison =
  | { readonly kind: 'agree' | 'differ'; readonly measured: Measured }
  /** One Chinese clause why nothing follows. */
  | { readonly kind: 'unclear'; readonly reason: string };
