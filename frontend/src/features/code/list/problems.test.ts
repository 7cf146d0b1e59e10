import { describe, expect, it } from 'vitest';

import type { ProblemBrief, TopicMapView } from '@/api/types';

import { filterProblems, groupByArea, nextProblem } from './problems';

const now = new Date('2026-03-04T12:00:00Z');

const problem = (id: string, more: Partial<ProblemBrief> = {}): ProblemBrief => ({
  id,
  item_id: `code/${id}`,
  title: id,
  topics: ['mha'],
  checklist: [],
  level: 'core',
  minutes: 20,
  libraries: ['torch'],
  state: 'new',
  attempts: 0,
  best_ratio: null,
  last_verdict: null,
  last_attempt_at: null,
  due: null,
  ...more,
});

const map = {
  areas: [
    { id: 'basics', title: 'Basics' },
    { id: 'attention', title: 'Attention' },
  ],
  topics: [
    { id: 'mha', title: 'Multi-head attention', area: 'attention' },
    { id: 'softmax-sigmoid', title: 'Softmax and sigmoid', area: 'basics' },
  ],
} as unknown as TopicMapView;

const names = (problems: readonly ProblemBrief[]) => problems.map((one) => one.id);

describe('filtering', () => {
  const all = [
    problem('softmax', { topics: ['softmax-sigmoid'], level: 'screen', state: 'passed', due: '2026-03-04T09:00:00Z' }),
    problem('kv-cache', { state: 'started' }),
    problem('rope'),
  ];
  const filter = (search: Parameters<typeof filterProblems>[2]) => names(filterProblems(all, map, search, now));

  it('finds words in names and in topics', () => {
    expect(filter({ q: 'multi ATTENTION' })).toEqual(['kv-cache', 'rope']);
    expect(filter({ q: 'softmax' })).toEqual(['softmax']);
    expect(filter({ q: 'nothing' })).toEqual([]);
  });

  it('goes by level, area, topic and state', () => {
    expect(filter({ level: 'screen' })).toEqual(['softmax']);
    expect(filter({ area: 'attention' })).toEqual(['kv-cache', 'rope']);
    expect(filter({ topic: 'softmax-sigmoid' })).toEqual(['softmax']);
    expect(filter({ state: 'started' })).toEqual(['kv-cache']);
    expect(filter({ state: 'due' })).toEqual(['softmax']);
  });
});

it('groups by area, the easier first', () => {
  const groups = groupByArea(
    [problem('b', { level: 'senior' }), problem('a', { level: 'screen' }), problem('s', { topics: ['softmax-sigmoid'] }), problem('x', { topics: ['?'] })],
    map,
  );
  expect(groups.map((group) => [group.title, names(group.problems)])).toEqual([
    ['Basics', ['s']],
    ['Attention', ['a', 'b']],
    ['Other', ['x']],
  ]);
});

describe('what comes next', () => {
  it('is what comes back', () => {
    const back = problem('back', { state: 'passed', due: '2026-03-01T00:00:00Z' });
    expect(nextProblem([problem('new'), back, problem('begun', { state: 'started' })], now)?.id).toBe('back');
  });

  it('is what was begun, then what the checklist asks for, and nothing when all is solved', () => {
    expect(nextProblem([problem('new'), problem('begun', { state: 'started' })], now)?.id).toBe('begun');
    expect(nextProblem([problem('a', { level: 'screen' }), problem('b', { checklist: ['mha'] })], now)?.id).toBe('b');
    expect(nextProblem([problem('a', { state: 'passed' })], now)).toBeNull();
  });
});
