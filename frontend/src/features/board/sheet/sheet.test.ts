import { describe, expect, it } from 'vitest';

import type { Sheet } from '@/api/types';

import { emptySheet, isBlank, modeOf, readSheet, withCorrection, withScene, writeSheet } from './sheet';

const scene = (...ids: string[]) => ({ type: 'excalidraw', elements: ids.map((id) => ({ id })) });
const drawn: Sheet = { scene: scene('a', 'b'), notation: '', corrections: [] };

describe('a sheet', () => {
  it('comes back from its text as it was', () => {
    const sheet: Sheet = { ...drawn, corrections: [{ element: 'a', role: 'target', to: 'b' }] };
    expect(readSheet(writeSheet(sheet))).toEqual(sheet);
    expect(readSheet('nonsense')).toEqual(emptySheet);
    expect(readSheet('{"scene": [], "notation": 3, "corrections": [{"role": "?"}]}')).toEqual(emptySheet);
  });

  it('is blank where all that was drawn is deleted', () => {
    expect(isBlank({ ...emptySheet, scene: { elements: [{ id: 'a', isDeleted: true }] } })).toBe(true);
    expect(isBlank(drawn)).toBe(false);
    expect(modeOf({ ...emptySheet, notation: 'x -> y' })).toBe('text');
    expect(modeOf(emptySheet)).toBeNull();
  });
});

describe('what is said about a reading', () => {
  it('replaces what was said about the same place', () => {
    const once = withCorrection(drawn, { element: 'a', role: 'target', to: 'b' });
    expect(withCorrection(once, { element: 'a', role: 'target', to: 'c' }).corrections).toHaveLength(1);
    expect(withCorrection(once, { element: 'a', role: 'source', to: 'c' }).corrections).toHaveLength(2);
    const label = withCorrection(drawn, { element: 'a', role: 'label', to: 'b' });
    expect(withCorrection(label, { element: 'a', role: 'note', to: '' }).corrections).toEqual([{ element: 'a', role: 'note', to: '' }]);
  });

  it('goes with the elements', () => {
    const said = withCorrection(drawn, { element: 'a', role: 'target', to: 'b' });
    expect(withScene(said, scene('a', 'b', 'c')).corrections).toHaveLength(1);
    expect(withScene(said, scene('a')).corrections).toEqual([]);
  });
});
