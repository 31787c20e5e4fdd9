import { raw } from 'hono/html';
import { type Content, type Markup, markup } from './markup.ts';
import { css, cssHash } from './style.ts';

/** Nothing may be loaded or run, no form sent, no frame filled; of styles only our own. */
const policy = `default-src 'none'; style-src '${cssHash}'; base-uri 'none'; form-action 'none'`;

/** A whole page that needs nothing but itself. */
export const htmlPage = (title: string, body: Content): Markup => markup`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${raw(css)}</style>
</head>
<body>
<div class="sheet">
${body}
</div>
</body>
</html>
`;
