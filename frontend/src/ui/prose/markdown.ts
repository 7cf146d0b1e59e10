/** Markdown with `$…$` and `$$…$$`, read into tokens. Nothing is ever turned into an HTML string. */

import { Marked, type MarkedExtension, type Token, type Tokens } from 'marked';

export interface MathToken extends Tokens.Generic {
  type: 'math';
  tex: string;
  display: boolean;
}

/** As in Pandoc: no space inside the dollars, and no digit right after the closing one, so that “$5 and $6” stays. */
const INLINE = /^\$(?!\s)((?:\\.|[^\\$\n])+?)(?<!\s)\$(?!\d)/;
const DISPLAY = /^\$\$\s*([\s\S]+?)\s*\$\$/;

const math: MarkedExtension = {
  extensions: [
    {
      name: 'math',
      level: 'inline',
      start: (source) => source.indexOf('$'),
      tokenizer(source) {
        const display = DISPLAY.exec(source);
        const match = display ?? INLINE.exec(source);
        if (match?.[1] === undefined) return undefined;
        return { type: 'math', raw: match[0], tex: match[1], display: display !== null } satisfies MathToken;
      },
    },
  ],
};

const reader = new Marked(math);

export const readMarkdown = (text: string): Token[] => reader.lexer(text);

/** For a line within other text: no paragraphs around it. */
export const readInline = (text: string): Token[] => reader.Lexer.lexInline(text, reader.defaults);

export const isMath = (token: Token): token is MathToken => token.type === 'math';
