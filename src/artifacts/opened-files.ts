import type { OpenedFile } from '../model/artifacts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { ReadSite } from './read-site.ts';

/** Every file on the unit's own addresses that was opened and could be taken apart, whatever it was opened for; each body once. */
export function openedFiles({ looks }: Pick<Snapshot, 'looks'>, { documentOf, belonging }: ReadSite): readonly OpenedFile[] {
  const seen = new Set<string>();
  return looks.flatMap((look): readonly OpenedFile[] => {
    const reading = look.bodySha256 === null || seen.has(look.bodySha256) ? null : documentOf(look);
    if (reading === null || belonging.ofUrl(look.finalUrl) !== 'own') return [];
    seen.add(look.bodySha256!);
    return [{ look, text: look.anchorText || look.url, reading }];
  });
}
