import { expect, it } from 'vitest';

import type { ArchitectureBrief } from '@/api/types';

import { nextArchitecture } from './architectures';

const now = new Date('2026-03-04T12:00:00Z');

const one = (id: string, more: Partial<ArchitectureBrief> = {}): ArchitectureBrief => ({
  id,
  item_id: `board/${id}`,
  title: id,
  topics: [],
  checklist: [],
  level: 'core',
  minutes: 10,
  state: 'new',
  attempts: 0,
  best_score: null,
  last_verdict: null,
  last_attempt_at: null,
  due: null,
  ...more,
});

it('goes on with what is due, then with what was begun, then with the easiest new one', () => {
  const due = one('due', { state: 'passed', due: '2026-03-01T00:00:00Z' });
  const begun = one('begun', { state: 'started', last_attempt_at: '2026-03-03T00:00:00Z' });
  expect(nextArchitecture([one('new'), begun, due], now)?.id).toBe('due');
  expect(nextArchitecture([one('new'), begun], now)?.id).toBe('begun');
  expect(nextArchitecture([one('first'), one('second')], now)?.id).toBe('first');
  expect(nextArchitecture([one('first'), one('second', { level: 'screen' }), one('third', { checklist: ['a'] })], now)?.id).toBe('third');
  expect(nextArchitecture([one('done', { state: 'passed' })], now)).toBeNull();
});
