/** What was read of a drawing, in words. */

import type { BoardCheck, BoardReading, SheetCorrection } from '@/api/types';

import type { Places } from './geometry';

/** What a correction is about: an arrow, or a text that stands by itself. */
export interface Correctable {
  element: string;
  kind: 'arrow' | 'text';
  /** In words, for whoever does not see it. */
  name: string;
}

/** The words on an element, short enough for a line. */
export function nameOf(id: string, readings: readonly BoardReading[], places: Places): string {
  const reading = readings.find((one) => one.id === id || one.elements.includes(id));
  const words = (reading?.text ?? '') || (places.get(id)?.text ?? '') || (reading?.means ?? '');
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line === '' ? 'a box without words' : line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

export function sayArrow(reading: BoardReading, readings: readonly BoardReading[], places: Places): string {
  const end = (id: string) => (id === '' ? '?' : nameOf(id, readings, places));
  return `${end(reading.source)} → ${end(reading.target)}`;
}

/** The arrows and free texts of which one can say that they were misread. */
export function correctables(check: BoardCheck, places: Places): Correctable[] {
  const { readings } = check;
  const arrows = readings
    .filter((one) => one.what === 'arrow')
    .flatMap((one): Correctable[] => {
      const line = [one.id, ...one.elements].find((id) => (places.get(id)?.points.length ?? 0) > 1);
      return line === undefined ? [] : [{ element: line, kind: 'arrow', name: `Arrow ${sayArrow(one, readings, places)}` }];
    });
  const known = new Set(arrows.map((one) => one.element));
  const unread = check.unread
    .filter((one) => (places.get(one.id)?.points.length ?? 0) > 1 && !known.has(one.id))
    .map((one): Correctable => ({ element: one.id, kind: 'arrow', name: 'Arrow that could not be read' }));
  const texts = [...places.values()]
    .filter((place) => place.type === 'text' && place.container === null)
    .map((place): Correctable => ({ element: place.id, kind: 'text', name: `Text “${place.text.replaceAll(/\s+/g, ' ').slice(0, 40)}”` }));
  return [...arrows, ...unread, ...texts];
}

/** What a text may belong to, or an arrow may end at. */
export function choicesFor(role: SheetCorrection['role'], check: BoardCheck, places: Places): string[] {
  const wanted = role === 'label' ? ['box', 'frame', 'arrow'] : ['box', 'frame'];
  return check.readings
    .filter((one) => wanted.includes(one.what))
    .map((one) => [one.id, ...one.elements].find((id) => places.has(id)) ?? '')
    .filter((id) => id !== '');
}

export function sayCorrection(said: SheetCorrection, readings: readonly BoardReading[], places: Places): string {
  const what = nameOf(said.element, readings, places);
  switch (said.role) {
    case 'source':
      return `The arrow starts at ${nameOf(said.to, readings, places)}.`;
    case 'target':
      return `The arrow goes to ${nameOf(said.to, readings, places)}.`;
    case 'label':
      return `“${what}” belongs to ${nameOf(said.to, readings, places)}.`;
    case 'note':
      return `“${what}” means nothing here.`;
    case 'reverse':
      return 'The arrow goes the other way.';
  }
}
