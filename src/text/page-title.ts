/** The parts of a page's title, the page's own name first and the site's last: 公开指南 - 政务公开 - 明湖市教育局. Never empty: what cannot be split is one part. */
export const partsOfTitle = (title: string): readonly [string, ...string[]] => title.split(/\s*[-_|—－–]+\s*/) as [string, ...string[]];
