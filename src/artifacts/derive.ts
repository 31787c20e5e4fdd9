import type { GatheredArtifacts } from '../model/artifacts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { candidatesOf } from './candidates.ts';
import { columnsOf } from './columns.ts';
import { coverageOf } from './coverage.ts';
import { openedAs } from './entrances.ts';
import { linksOf } from './links.ts';
import { openedFiles } from './opened-files.ts';
import { type DeriveInput, isShell, readSite } from './read-site.ts';
import { identityOf } from './site-identity.ts';
import { troubleOnTheWay } from './trouble.ts';

/** Snapshot → artifacts. Pure: the same snapshot gives the same artifacts for ever. */
export function derive(input: DeriveInput): GatheredArtifacts {
  const { snapshot } = input;
  const site = readSite(input);
  const { home } = site;
  if (!home || site.astray !== null || (home.trouble && !isShell(home))) {
    const reason = home ? `首页${site.astray ?? home.trouble!.reason}` : homeFailure(snapshot);
    const nothing = { ok: false, reason } as const;
    return { Pages: nothing, Files: nothing, Candidates: nothing, Columns: nothing, Links: nothing, Identity: nothing, Coverage: nothing };
  }
  const readable = site.pages.filter(page => page.trouble === null || isShell(page));
  const own = readable.filter(({ look }) => site.belonging.ofUrl(look.finalUrl) === 'own');
  const candidates = candidatesOf(readable, site, input.reader.words);
  return {
    Pages: { ok: true, value: site.pages },
    Files: { ok: true, value: openedFiles(snapshot, site) },
    Candidates: { ok: true, value: candidates },
    Columns: { ok: true, value: columnsOf(own, site) },
    Links: { ok: true, value: linksOf(snapshot, site) },
    Identity: { ok: true, value: identityOf(own, site.belonging) },
    Coverage: { ok: true, value: coverageOf(snapshot, own, site) },
  };
}

function homeFailure(snapshot: Snapshot): string {
  const { looks, startUrls } = snapshot;
  const look = looks.find(({ url }) => url === openedAs(snapshot, startUrls[0] ?? ''));
  if (!look) return '没有访问首页';
  return `首页${troubleOnTheWay(look)?.reason ?? '不是网页'}`;
}
