/** Stencils onto the canvas: under new names, and where nothing is drawn yet. */

import { around, placesOf, type Box } from './geometry';

type Piece = Record<string, unknown>;

const GAP = 40;

const newId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 20);

/** A deep copy in which every id, and whatever names one, is new. */
export function anew(pieces: readonly Piece[], next: () => string = newId): Piece[] {
  const names = new Map<string, string>();
  const rename = (id: string): string => {
    const known = names.get(id) ?? next();
    names.set(id, known);
    return known;
  };
  for (const piece of pieces) rename(String(piece.id));
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (typeof value === 'string') return names.get(value) ?? value;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, key === 'groupIds' ? groups(entry) : follow(entry)]));
  };
  const groups = (ids: unknown): unknown => (Array.isArray(ids) ? ids.map((id) => rename(`group ${String(id)}`)) : ids);
  return pieces.map((piece) => {
    // Words stay words, even where they read like a name.
    const { text, originalText, ...rest } = piece;
    const renamed = follow(rest) as Piece;
    return { ...renamed, ...(text === undefined ? {} : { text }), ...(originalText === undefined ? {} : { originalText }), seed: undefined, index: null };
  });
}

interface Window {
  scrollX: number;
  scrollY: number;
  zoom: { value: number };
  width: number;
  height: number;
}

const meets = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;

/** The pieces moved to the middle of what is in sight, and from there down to the first place that is free. */
export function belowOf(pieces: readonly Piece[], drawn: readonly object[], window: Window): Piece[] {
  const size = around([...placesOf({ elements: [...pieces] }).values()]);
  if (size === null) return [];
  const taken = [...placesOf({ elements: [...drawn] }).values()].filter((place) => place.points.length === 0);
  const spot: Box = {
    ...size,
    x: window.width / 2 / window.zoom.value - window.scrollX - size.width / 2,
    y: window.height / 3 / window.zoom.value - window.scrollY - size.height / 2,
  };
  for (let tries = 0; tries < 200; tries += 1) {
    const hit = taken.find((place) => meets(spot, place));
    if (hit === undefined) break;
    spot.y = hit.y + hit.height + GAP;
  }
  const [dx, dy] = [spot.x - size.x, spot.y - size.y];
  return pieces.map((piece) => ({ ...piece, x: Number(piece.x) + dx, y: Number(piece.y) + dy }));
}
