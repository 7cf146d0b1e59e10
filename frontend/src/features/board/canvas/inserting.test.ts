import { expect, it } from 'vitest';

import { anew, belowOf } from './inserting';

const box = { id: 'box', type: 'rectangle', x: 0, y: 0, width: 100, height: 50, groupIds: ['g'], boundElements: [{ id: 'text', type: 'text' }] };
const text = { id: 'text', type: 'text', x: 10, y: 10, width: 80, height: 25, text: 'box', groupIds: ['g'], containerId: 'box' };
const sight = { scrollX: 0, scrollY: 0, zoom: { value: 1 }, width: 300, height: 300 };

it('gives every element a new name, and follows it', () => {
  let count = 0;
  const [newBox, newText] = anew([box, text], () => `new${(count += 1)}`);
  expect(newBox).toMatchObject({ id: 'new1', boundElements: [{ id: 'new2' }] });
  expect(newText).toMatchObject({ id: 'new2', containerId: 'new1', text: 'box' });
  expect(newBox?.groupIds).toEqual(newText?.groupIds);
  expect(newBox?.groupIds).not.toEqual(['g']);
});

it('takes the middle, and goes below what stands there', () => {
  expect(belowOf([box], [], sight)[0]).toMatchObject({ x: 100, y: 75 });
  expect(belowOf([box], [{ ...box, x: 120, y: 60 }], sight)[0]).toMatchObject({ x: 100, y: 150 });
  expect(belowOf([], [], sight)).toEqual([]);
});
