import { expect, it } from 'vitest';

import type { ItemBrief } from '@/api/types';

import { weakestFirst } from './order';

const item = (title: string, due: string | null, last_score: number | null): ItemBrief => ({
  item_id: `deep/${title}`,
  kind: 'deep',
  title,
  topics: [],
  level: 'core',
  seconds: 240,
  attempts: due === null ? 0 : 1,
  best_score: last_score,
  last_score,
  due,
  proven: false,
});

it('puts due before new before strong', () => {
  const items = [
    item('strong', '2026-05-01T00:00:00Z', 0.9),
    item('weak', '2026-05-01T00:00:00Z', 0.3),
    item('new', null, null),
    item('due', '2026-03-01T00:00:00Z', 0.8),
  ];
  expect(weakestFirst(items, new Date('2026-03-04')).map((entry) => entry.title)).toEqual([
    'due',
    'new',
    'weak',
    'strong',
  ]);
});
