/** Python source cut into pieces to colour: enough for the short programs that prove claims. */

export type PieceKind = 'plain' | 'keyword' | 'string' | 'comment' | 'number';

export interface Piece {
  kind: PieceKind;
  text: string;
}

const KEYWORDS =
  'and|as|assert|break|class|continue|def|del|elif|else|except|False|finally|for|from|if|import|in|is|lambda|None|not|or|pass|raise|return|True|try|while|with|yield';

const PATTERN = new RegExp(
  [
    '(?<comment>#[^\\n]*)',
    '(?<string>[rbfu]{0,2}(?:"""[\\s\\S]*?"""|\'\'\'[\\s\\S]*?\'\'\'|"(?:\\\\.|[^"\\\\\\n])*"|\'(?:\\\\.|[^\'\\\\\\n])*\'))',
    `(?<keyword>\\b(?:${KEYWORDS})\\b)`,
    '(?<number>\\b\\d[\\d_]*(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b)',
  ].join('|'),
  'g',
);

const KINDS: readonly Exclude<PieceKind, 'plain'>[] = ['comment', 'string', 'keyword', 'number'];

export function readPython(source: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of source.matchAll(PATTERN)) {
    if (match.index > at) pieces.push({ kind: 'plain', text: source.slice(at, match.index) });
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined) ?? 'plain';
    pieces.push({ kind, text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < source.length) pieces.push({ kind: 'plain', text: source.slice(at) });
  return pieces;
}
