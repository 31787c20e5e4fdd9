/**
 * A value as JSON that can be shown on a terminal: what a terminal would obey is escaped. Outside strings such characters cannot occur, so
 * the value stays the same. `indent`: spaces per level; on one line without.
 */
export const safeJson = (value: unknown, indent = 0): string =>
  JSON.stringify(value, null, indent).replace(obeyed, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON allows these raw. */
const obeyed = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu;
