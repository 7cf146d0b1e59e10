import { expect, it } from 'vitest';

import { middleOf, pinPlace, placesOf, toScreen } from './geometry';

it('places boxes and arrows, and leaves out what is deleted', () => {
  const places = placesOf({
    elements: [
      { id: 'box', type: 'rectangle', x: 10, y: 20, width: 100, height: 50 },
      { id: 'arrow', type: 'arrow', x: 60, y: 70, width: 0, height: 40, points: [[0, 0], [0, 40]] },
      { id: 'gone', type: 'rectangle', isDeleted: true },
    ],
  });
  expect([...places.keys()]).toEqual(['box', 'arrow']);
  const [box, arrow] = [...places.values()];
  expect(box && pinPlace(box)).toEqual([110, 20]);
  expect(arrow && pinPlace(arrow)).toEqual([60, 90]);
});

it('finds the middle of a bent arrow on its way, not between its ends', () => {
  expect(middleOf([[0, 0], [10, 0], [10, 10], [0, 10]])).toEqual([10, 5]);
  expect(middleOf([[3, 4]])).toEqual([3, 4]);
  expect(middleOf([])).toEqual([0, 0]);
});

it('takes elements that make no sense as they come', () => {
  const [place] = placesOf({ elements: [{ id: 'x', type: 'arrow', x: Number.NaN, points: 'none' }, 3] }).values();
  expect(place).toMatchObject({ x: 0, y: 0, points: [] });
});

it('goes along with scrolling and zooming', () => {
  expect(toScreen({ scrollX: 10, scrollY: -5, zoom: 2 }, 1, 5)).toEqual([22, 0]);
});
