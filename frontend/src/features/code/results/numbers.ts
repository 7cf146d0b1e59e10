/** The printed values of small tensors, compared number by number. */

export interface NumberPiece {
  text: string;
  differs: boolean;
}

const NUMBER = /[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)\b|True|False/gi;
/** Printed digits are rounded: what is nearer than this is taken for equal. */
const NEAR = 2e-4;

/** Puts the rows of a nested list on lines of their own, indented under the first one. */
export function breakRows(text: string): string {
  let depth = 0;
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '[') depth += 1;
    if (char === ']') depth -= 1;
    out += char;
    if (char === ',' && text.charAt(at - 1) === ']' && depth > 0) {
      out += `\n${' '.repeat(depth)}`;
      while (text.charAt(at + 1) === ' ') at += 1;
    }
  }
  return out;
}

function isNear(one: string, other: string): boolean {
  if (one.toLowerCase() === other.toLowerCase()) return true;
  const [a, b] = [Number(one), Number(other)];
  return Number.isFinite(a) && Number.isFinite(b) && Math.abs(a - b) <= NEAR * Math.max(1, Math.abs(b));
}

/** A value's text in pieces, with each number marked that differs from the one in the same place of the other text. */
export function compareNumbers(text: string, other: string): NumberPiece[] {
  const [mine, theirs] = [[...text.matchAll(NUMBER)], [...other.matchAll(NUMBER)]];
  if (mine.length !== theirs.length || mine.length === 0) return [{ text, differs: false }];
  const near = mine.map((match, index) => isNear(match[0], theirs[index]?.[0] ?? ''));
  // Where only the last digits differ, those are what it is about.
  const same = near.every(Boolean) ? mine.map((match, index) => match[0] === theirs[index]?.[0]) : near;
  const pieces: NumberPiece[] = [];
  let at = 0;
  mine.forEach((match, index) => {
    if (same[index] === true) return;
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), differs: false });
    pieces.push({ text: match[0], differs: true });
    at = match.index + match[0].length;
  });
  if (at < text.length) pieces.push({ text: text.slice(at), differs: false });
  return pieces;
}

/** An error or a size as people read it: three digits, and a power of ten where it is far from one. */
export function shortNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e5 || size < 1e-3 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
