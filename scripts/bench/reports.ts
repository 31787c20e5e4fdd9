import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** What a tool said, as absolute addresses. `doubtful`: neither fine nor broken, which only some tools can say. */
export interface Report {
  readonly broken: readonly string[];
  readonly doubtful: readonly string[];
}

const Lines = z.object({ broken: z.string() });

/** One JSON object {"broken": address} per line, as the bench's own clients write. A last line that was cut off does not count. */
export function linesIn(output: string): Report {
  const lines = output.split('\n').slice(0, -1);
  return { broken: lines.map(line => Lines.parse(JSON.parse(line)).broken), doubtful: [] };
}

const Links = z.array(z.object({ url: z.string() }));
const Gongkai = z.object({ broken: Links, unsure: Links, suspect: Links });

/** `gongkai links --json`. */
export function readGongkai(output: string): Report {
  const { broken, unsure, suspect } = Gongkai.parse(JSON.parse(output));
  return { broken: broken.map(({ url }) => url), doubtful: [...unsure, ...suspect].map(({ url }) => url) };
}

const Linkinator = z.object({ links: z.array(z.object({ url: z.string(), state: z.string() })) });

/** `linkinator --format json`; progress may stand before the JSON. */
export function readLinkinator(output: string): Report {
  const { links } = Linkinator.parse(JSON.parse(output.slice(output.indexOf('{'))));
  return { broken: links.filter(({ state }) => state === 'BROKEN').map(({ url }) => url), doubtful: [] };
}

const LinkcheckerRow = z.object({ urlname: z.string(), parentname: z.string(), valid: z.string(), url: z.string() });

/** `linkchecker --output csv`: one row for each link that is not fine, or fine with a warning, comments around them. */
export function readLinkchecker(output: string): Report {
  if (!/^# Stopped checking/m.test(output)) throw new Error('the report has no end');
  const rows = z.array(LinkcheckerRow).parse(parse(output, { delimiter: ';', columns: true, comment: '#', comment_no_infix: true }));
  // `url` is where redirects ended; the link as it was written comes first.
  const linked = ({ urlname, parentname, url }: z.infer<typeof LinkcheckerRow>): string => URL.parse(urlname, parentname)?.href ?? url;
  const isBroken = ({ valid }: z.infer<typeof LinkcheckerRow>): boolean => valid === 'False';
  return { broken: rows.filter(isBroken).map(linked), doubtful: rows.filter(row => !isBroken(row)).map(linked) };
}
