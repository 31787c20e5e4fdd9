import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** A start tag. Valid only while the handler that got it runs. */
export interface Tag {
  /** Lower case. */
  readonly name: string;
  /** Value with character references resolved, '' for an attribute without one; the first wins where a name is given twice. */
  get(attribute: string): string | undefined;
}

/** What a page consists of, in order. Comments are left out. */
export interface TagHandler {
  open(tag: Tag): void;
  /** An end tag, whether or not anything is open. */
  close(name: string): void;
  /** Text as written, in pieces; also the content of script, style, textarea, title and the like, where tags are text. */
  text(text: string): void;
}

/**
 * One pass over the tags of a page, without building a tree or keeping a stack: nesting costs nothing, however deep,
 * and a 10 MB page of open tags is read as fast as any other. Never throws.
 */
export function readTags(markup: string, handler: TagHandler): void {
  // In HTML this begins a comment that ends at the next `>`; the tokenizer would look for `]]>` and skip the links on the way.
  const html = markup.includes('<![CDATA[') ? markup.replaceAll('<![CDATA[', '<!?CDATA[') : markup;
  // Without a single `&` there is nothing to decode, and the tokenizer can leap from tag to tag.
  const tokenizer = new Tokenizer({ decodeEntities: html.includes('&') }, new TagReader(html, handler));
  tokenizer.write(html);
  tokenizer.end();
}

class TagReader implements TokenizerCallbacks, Tag {
  name = '';
  readonly #html: string;
  readonly #handler: TagHandler;
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  #value = '';
  #isForeign = false;

  constructor(html: string, handler: TagHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  get(attribute: string): string | undefined {
    const index = this.#names.indexOf(attribute);
    return index < 0 ? undefined : this.#values[index];
  }

  onopentagname(start: number, end: number): void {
    this.name = this.#html.slice(start, end).toLowerCase();
    this.#names.length = 0;
    this.#values.length = 0;
  }

  onattribname(start: number, end: number): void {
    this.#names.push(this.#html.slice(start, end).toLowerCase());
  }

  onattribdata(start: number, end: number): void {
    const piece = this.#html.slice(start, end);
    this.#value = this.#value === '' ? piece : this.#value + piece;
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    this.#values.push(this.#value);
    this.#value = '';
  }

  onopentagend(): void {
    if (foreign.has(this.name)) this.#isForeign = true;
    else if (this.#isForeign && breakout.has(this.name)) this.#isForeign = false;
    this.#handler.open(this);
  }

  onselfclosingtag(): void {
    this.onopentagend();
    if (this.#isForeign) this.#handler.close(this.name);
    if (foreign.has(this.name)) this.#isForeign = false;
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    if (foreign.has(name)) this.#isForeign = false;
    this.#handler.close(name);
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#handler.text(String.fromCodePoint(codePoint));
  }

  /** Inside SVG and MathML, `<title/>` and `<script/>` end where they begin; without this the rest of the page would be their text. */
  isInForeignContext(): boolean {
    return this.#isForeign;
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

const foreign = new Set(['svg', 'math']);

/** Start tags that end foreign content, so that an unclosed `<svg>` does not swallow the page (HTML standard §13.2.6.5). */
const breakout = new Set(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var'.split(
    ' ',
  ),
);
