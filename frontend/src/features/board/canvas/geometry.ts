/** Where the elements of a drawing are, and where that is on the page. */

import type { Scene } from '../sheet/sheet';
import { elementsOf } from '../sheet/sheet';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Placed extends Box {
  id: string;
  type: string;
  /** Of arrows and lines: where they run; else empty. */
  points: readonly (readonly [number, number])[];
  /** The arrow or box that a text is bound to. */
  container: string | null;
  text: string;
}

/** How far the canvas is scrolled and zoomed. */
export interface View {
  scrollX: number;
  scrollY: number;
  zoom: number;
}

const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);

function pointsOf(value: unknown, x: number, y: number): [number, number][] {
  if (!Array.isArray(value)) return [];
  return value.filter(Array.isArray).map((point: unknown[]) => [x + number(point[0]), y + number(point[1])]);
}

function place(element: Record<string, unknown>): Placed {
  const [x, y, width, height] = [number(element.x), number(element.y), number(element.width), number(element.height)];
  const points = pointsOf(element.points, x, y);
  const box = points.length > 0 ? around(points.map(([px, py]) => ({ x: px, y: py, width: 0, height: 0 }))) : null;
  return {
    ...(box ?? { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) }),
    id: String(element.id),
    type: String(element.type),
    points,
    container: typeof element.containerId === 'string' ? element.containerId : null,
    text: typeof element.text === 'string' ? element.text : '',
  };
}

export type Places = ReadonlyMap<string, Placed>;

export const placesOf = (scene: Scene | null): Places =>
  new Map(elementsOf(scene).map((element) => [String(element.id), place(element)]));

/** The smallest box around some others; null around none. */
export function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** A point half-way along a line. */
export function middleOf(points: readonly (readonly [number, number])[]): [number, number] {
  const lengths = points.slice(1).map(([x, y], index) => Math.hypot(x - (points[index]?.[0] ?? x), y - (points[index]?.[1] ?? y)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [points[index], points[index + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  const [x, y] = points[0] ?? [0, 0];
  return [x, y];
}

/** Where a pin about an element stands: at the upper right corner of a box, in the middle of an arrow. */
export function pinPlace(element: Placed): [number, number] {
  return element.points.length > 1 ? middleOf(element.points) : [element.x + element.width, element.y];
}

export const toScreen = (view: View, x: number, y: number): [number, number] => [
  (x + view.scrollX) * view.zoom,
  (y + view.scrollY) * view.zoom,
];
