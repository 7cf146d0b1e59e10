import { expect, it } from 'vitest';

import { byDay } from './byDay';

it('groups by the local day, soonest first', () => {
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
  const days = byDay([
    { item_id: 'rapid/c', title: 'c', due: at(9, 1) },
    { item_id: 'rapid/a', title: 'a', due: at(5, 23) },
    { item_id: 'rapid/b', title: 'b', due: at(5, 0) },
  ]);
  expect(days.map(({ items }) => items.map((item) => item.title))).toEqual([['a', 'b'], ['c']]);
});
