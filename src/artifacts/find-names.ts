import { beginsAt, type NameText, nameTextOf } from './unit-names.ts';

/** A name found in a text: half-open range in the text as names are looked for in it. */
export interface FoundName<Name> {
  readonly name: Name;
  readonly at: number;
  readonly end: number;
}

/** A text with the names found in it; `rest` is the text with their letters blotted out. */
export interface NamesInText<Name> {
  readonly found: readonly FoundName<Name>[];
  readonly read: NameText;
  readonly rest: NameText;
}

/**
 * Finds names in texts, the longest first, each stretch of text used once: 明湖市教育局 is not a mention of 明湖市. Of equal names the
 * first given is found. Takes time by the length of the text, however many names there are. `names`: normalised, two letters or more.
 */
export function nameFinder<Name extends { readonly name: string }>(
  names: readonly Name[],
  isMeant: (name: Name, at: number, text: NameText) => boolean,
): (written: string) => NamesInText<Name> {
  const byStart = new Map<string, Name[]>();
  for (const name of names) {
    const start = name.name.slice(0, 2);
    const same = byStart.get(start);
    if (same) same.push(name);
    else byStart.set(start, [name]);
  }

  const firstLetters = new Set(names.map(({ name }) => name.charCodeAt(0)));

  return written => {
    const read = nameTextOf(written);
    const all: FoundName<Name>[] = [];
    for (let at = 0; at + 1 < read.text.length; at++) {
      if (!firstLetters.has(read.text.charCodeAt(at))) continue;
      for (const name of byStart.get(read.text.slice(at, at + 2)) ?? [])
        if (read.text.startsWith(name.name, at) && beginsAt(read, at, name.name) && isMeant(name, at, read))
          all.push({ name, at, end: at + name.name.length });
    }
    if (all.length === 0) return { found: all, read, rest: read };
    const letters = read.text.split('');
    const found: FoundName<Name>[] = [];
    for (const one of all.sort((a, b) => b.end - b.at - (a.end - a.at))) {
      if (letters[one.at] === blot || letters[one.end - 1] === blot) continue;
      found.push(one);
      letters.fill(blot, one.at, one.end);
    }
    return { found, read, rest: { ...read, text: letters.join('') } };
  };
}

const blot = '\u0000';
