/** Shapes and types as the judge writes them, such as `float32 (2, 3)`, compared piece by piece. */

export interface KindPiece {
  text: string;
  differs: boolean;
}

const KIND = /^(?<type>[^()]*?)\s*\((?<shape>[\d\s,]*)\)$/;

interface Kind {
  type: string;
  dims: string[];
}

export function readKind(kind: string): Kind | null {
  const groups = KIND.exec(kind.trim())?.groups;
  if (groups === undefined) return null;
  const dims = (groups.shape ?? '')
    .split(',')
    .map((dim) => dim.trim())
    .filter(Boolean);
  return { type: groups.type ?? '', dims };
}

/**
 * A kind in pieces, those that differ from the other one marked: the type, and each dimension that is another one there
 * or is not there at all. Where the numbers of dimensions differ, they are compared from the last one, as in broadcasting.
 */
export function compareKind(kind: string, other: string): KindPiece[] {
  const [mine, theirs] = [readKind(kind), readKind(other)];
  if (mine === null || theirs === null) return [{ text: kind, differs: kind !== other }];
  const shift = theirs.dims.length - mine.dims.length;
  const pieces: KindPiece[] = [
    { text: mine.type, differs: mine.type !== theirs.type },
    { text: mine.type === '' ? '(' : ' (', differs: false },
  ];
  mine.dims.forEach((dim, index) => {
    if (index > 0) pieces.push({ text: ', ', differs: false });
    pieces.push({ text: dim, differs: theirs.dims[index + shift] !== dim });
  });
  if (mine.dims.length === 1) pieces.push({ text: ',', differs: false });
  pieces.push({ text: ')', differs: mine.dims.length === 0 && theirs.dims.length > 0 });
  return pieces.filter((piece) => piece.text !== '');
}
