/** What is being drawn: a scene of the canvas, or lines of text, and what was said about how the scene was read. */

import type { Sheet, SheetCorrection } from '@/api/types';

export type Scene = Record<string, unknown>;
export type Mode = 'canvas' | 'text';

export const emptySheet: Sheet = { scene: null, notation: '', corrections: [] };

/** One spelling for each sheet, so that two can be compared letter by letter. */
export const writeSheet = ({ scene, notation, corrections }: Sheet): string =>
  JSON.stringify({ scene, notation, corrections: corrections.map(({ element, role, to }) => ({ element, role, to })) });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ROLES: readonly SheetCorrection['role'][] = ['source', 'target', 'label', 'note', 'reverse'];

function readCorrection(value: unknown): SheetCorrection[] {
  if (!isRecord(value)) return [];
  const role = ROLES.find((known) => known === value.role);
  if (role === undefined || typeof value.element !== 'string') return [];
  return [{ element: value.element, role, to: typeof value.to === 'string' ? value.to : '' }];
}

/** What was written; anything that is no sheet is an empty one. */
export function readSheet(text: string): Sheet {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return emptySheet;
    return {
      scene: isRecord(value.scene) ? value.scene : null,
      notation: typeof value.notation === 'string' ? value.notation : '',
      corrections: Array.isArray(value.corrections) ? value.corrections.flatMap(readCorrection) : [],
    };
  } catch {
    return emptySheet;
  }
}

/** The elements of a scene that are still there. */
export function elementsOf(scene: Scene | null): Record<string, unknown>[] {
  const elements = scene?.elements;
  return Array.isArray(elements) ? elements.filter(isRecord).filter((element) => element.isDeleted !== true) : [];
}

export const isBlank = (sheet: Sheet): boolean => elementsOf(sheet.scene).length === 0 && sheet.notation.trim() === '';

export const modeOf = (sheet: Sheet): Mode | null =>
  elementsOf(sheet.scene).length > 0 ? 'canvas' : sheet.notation.trim() !== '' ? 'text' : null;

/** A sheet with another scene; what was said about elements that are gone is forgotten. */
export function withScene(sheet: Sheet, scene: Scene): Sheet {
  const here = new Set(elementsOf(scene).map((element) => element.id));
  const corrections = sheet.corrections.filter(({ element, to }) => here.has(element) && (to === '' || here.has(to)));
  return { scene, notation: '', corrections };
}

/** The same with one more thing said; it takes the place of what was said about the same end or text. */
export function withCorrection(sheet: Sheet, said: SheetCorrection): Sheet {
  const places = said.role === 'label' || said.role === 'note' ? ['label', 'note'] : [said.role];
  const rest = sheet.corrections.filter(({ element, role }) => element !== said.element || !places.includes(role));
  return { ...sheet, corrections: [...rest, said] };
}

export const withoutCorrection = (sheet: Sheet, said: SheetCorrection): Sheet => ({
  ...sheet,
  corrections: sheet.corrections.filter((other) => other !== said),
});
