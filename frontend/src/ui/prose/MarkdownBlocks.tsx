import type { Token, Tokens } from 'marked';

import { Code } from '@/ui/Code';
import { scrollable } from '@/ui/scrollable';

import { MarkdownInline } from './MarkdownInline';
import styles from './Prose.module.css';

/** Blocks of Markdown as elements. What it does not know is shown as the text it was. */
export function MarkdownBlocks({ tokens }: { tokens: readonly Token[] }) {
  return tokens.map((token, index) => <Block key={index} token={token} />);
}

function Block({ token }: { token: Token }) {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'paragraph':
      return (
        <p>
          <MarkdownInline tokens={token.tokens ?? []} />
        </p>
      );
    case 'text':
      return token.tokens === undefined ? token.raw : <MarkdownInline tokens={token.tokens} />;
    case 'heading':
      return (
        <p>
          <strong>
            <MarkdownInline tokens={token.tokens ?? []} />
          </strong>
        </p>
      );
    case 'list':
      return <List list={token as Tokens.List} />;
    case 'code':
      return <Code source={(token as Tokens.Code).text} />;
    case 'blockquote':
      return (
        <blockquote>
          <MarkdownBlocks tokens={token.tokens ?? []} />
        </blockquote>
      );
    case 'table':
      return <Table table={token as Tokens.Table} />;
    case 'hr':
      return <hr />;
    default:
      return <p>{token.raw}</p>;
  }
}

function List({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    <li key={index}>
      <MarkdownBlocks tokens={item.tokens} />
    </li>
  ));
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function Table({ table }: { table: Tokens.Table }) {
  return (
    <div ref={scrollable} className={styles.table} role="region" aria-label="Table">
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              <th key={index} scope="col">
                <MarkdownInline tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, index) => (
                <td key={index}>
                  <MarkdownInline tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
