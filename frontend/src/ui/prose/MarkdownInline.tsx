import type { Token, Tokens } from 'marked';
import type { ReactNode } from 'react';

import { isMath } from './markdown';
import { Tex } from './Tex';

/** A line of Markdown as elements. HTML within it stays visible text, and only web links become links. */
export function MarkdownInline({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map((token, index) => <Inline key={index} token={token} />);
}

function Inline({ token }: { token: Token }): ReactNode {
  if (isMath(token)) return <Tex tex={token.tex} display={token.display} />;
  switch (token.type) {
    case 'strong':
      return (
        <strong>
          <MarkdownInline tokens={token.tokens ?? []} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <MarkdownInline tokens={token.tokens ?? []} />
        </em>
      );
    case 'del':
      return (
        <s>
          <MarkdownInline tokens={token.tokens ?? []} />
        </s>
      );
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return <WebLink link={token as Tokens.Link} />;
    case 'escape':
      return (token as Tokens.Escape).text;
    case 'text':
      return token.tokens === undefined ? (token as Tokens.Text).text : <MarkdownInline tokens={token.tokens} />;
    default:
      return token.raw;
  }
}

function WebLink({ link }: { link: Tokens.Link }) {
  const words = <MarkdownInline tokens={link.tokens} />;
  if (!/^https?:\/\//.test(link.href)) return words;
  return (
    <a href={link.href} target="_blank" rel="noreferrer">
      {words}
    </a>
  );
}
