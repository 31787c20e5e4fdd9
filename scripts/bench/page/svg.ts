/** Attributes of an element; numbers are written with at most one decimal. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One SVG element; the children are SVG already. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(value)}"`,
  );
  const start = `<${name}${written.join('')}`;
  return children.length === 0 ? `${start}/>` : `${start}>${children.join('')}</${name}>`;
}

/** Words at a place. `className`: one of those in the style below. */
export const words = (text: string, attributes: Attributes): string => element('text', attributes, [escapeXml(text)]);

/** A whole picture on a ground of its own, so that it can be read on a light and on a dark page. `description` is for those who cannot see it. */
export function picture(
  size: { readonly width: number; readonly height: number },
  title: string,
  description: string,
  parts: readonly string[],
): string {
  const { width, height } = size;
  const root = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  const content = [
    element('title', {}, [escapeXml(title)]),
    element('desc', {}, [escapeXml(description)]),
    `<style>${style}</style>`,
    element('rect', { class: 'ground', width, height }),
    words(title, { class: 'title', x: 16, y: 28 }),
    ...parts,
  ];
  return `${element(
    'svg',
    root,
    content.map(part => `\n${part}`),
  )}\n`;
}

/** What a bar or line stands for: the program itself, the lower bound, or another tool. */
export type Role = 'own' | 'bound' | 'peer';

const style = `
text{font:13px system-ui,sans-serif;fill:#1f2328}.title{font-size:16px;font-weight:600}.small{font-size:12px;fill:#59636e}.strong{font-weight:600}
.ground{fill:#fff}.grid{stroke:#d1d9e0;fill:none}.limit{stroke:#9a6700;stroke-dasharray:6 4;fill:none}.limit-name{font-size:12px;fill:#9a6700}
.own{fill:#0969da}.bound{fill:#818b98}.peer{fill:#b6c2cf}.line{fill:none;stroke-width:2.5}.line.own{fill:none;stroke:#0969da}.line.bound{fill:none;stroke:#818b98}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.small{fill:#9198a1}.ground{fill:#0d1117}.grid{stroke:#3d444d}.limit{stroke:#d29922}.limit-name{fill:#d29922}
.own{fill:#4493f8}.bound{fill:#9198a1}.peer{fill:#4a5563}.line.own{stroke:#4493f8}.line.bound{stroke:#9198a1}}
`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const short = (value: number): string => String(Math.round(value * 10) / 10);
