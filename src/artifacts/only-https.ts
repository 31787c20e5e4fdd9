import { type FailureCause, failureTitles } from '../model/fetch-outcome.ts';
import type { LinkVerdict } from '../model/link-cause.ts';
import { overHttps } from '../text/other-forms.ts';

/**
 * The https form of a link of plain http that nobody answered; null where asking there would prove nothing. Many hosts closed plain http
 * long ago: a browser that knows them takes https by itself, and any other shows the failure, so such a link is suspect and no more.
 */
export const httpsFormToTry = (url: string, cause: FailureCause | null): string | null =>
  cause !== null && silent.has(cause) ? overHttps(url) : null;

/** The verdict on a link of plain http that fails, whose https form answered properly. */
export const onlyOverHttps = (cause: FailureCause): LinkVerdict => ({
  verdict: 'suspect',
  cause: 'only-https',
  reason: `用http打不开（${failureTitles[cause]}），用https能打开`,
});

const silent: ReadonlySet<FailureCause> = new Set<FailureCause>(['refused', 'timeout', 'reset']);
