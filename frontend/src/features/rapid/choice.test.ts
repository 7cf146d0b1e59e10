import { describe, expect, it } from 'vitest';

import type { ItemBrief, TopicView } from '@/api/types';

import { DEFAULT_CHOICE, clampCount, expectedSeconds, matching, readChoice } from './choice';

const item = (id: string, topic: string, more: Partial<ItemBrief> = {}): ItemBrief => ({
  item_id: `rapid/${id}`,
  kind: 'rapid',
  title: id,
  topics: [topic],
  level: 'core',
  seconds: 45,
  attempts: 0,
  best_score: null,
  last_score: null,
  due: null,
  proven: true,
  ...more,
});

const topic = (id: string, area: string): TopicView => ({
  id,
  area,
  title: id,
  level: 'core',
  prerequisites: [],
  items: [],
  mastery: null,
});

const topics = [topic('relu', 'nn'), topic('bayes', 'math')];
const items = [
  item('relu', 'relu', { level: 'screen', due: '2026-03-01T00:00:00Z' }),
  item('bayes', 'bayes', { due: '2026-04-01T00:00:00Z', seconds: 60 }),
];
const ids = (choice: Partial<typeof DEFAULT_CHOICE>) =>
  matching(items, topics, { ...DEFAULT_CHOICE, ...choice }, new Date('2026-03-04')).map((match) => match.title);

describe('matching', () => {
  it('takes everything where nothing is chosen', () => expect(ids({})).toEqual(['relu', 'bayes']));
  it('takes a topic or a whole area', () => {
    expect(ids({ topics: ['math'] })).toEqual(['bayes']);
    expect(ids({ topics: ['relu', 'math'] })).toEqual(['relu', 'bayes']);
  });
  it('takes a level', () => expect(ids({ levels: ['screen'] })).toEqual(['relu']));
  it('takes what is due', () => expect(ids({ onlyDue: true })).toEqual(['relu']));
});

it('remembers a choice, and survives a damaged one', () => {
  const choice = { ...DEFAULT_CHOICE, count: 5, levels: ['senior' as const], mode: 'relaxed' as const };
  expect(readChoice(JSON.stringify(choice))).toEqual(choice);
  expect(readChoice('{"count": "many", "levels": ["guru"], "topics": 3}')).toEqual(DEFAULT_CHOICE);
  expect(readChoice('not json')).toEqual(DEFAULT_CHOICE);
  expect([clampCount(0), clampCount(7.4), clampCount(1000), clampCount(Number.NaN)]).toEqual([1, 7, 100, 1]);
});

it('expects the time of as many questions as there are', () => {
  expect(expectedSeconds(items, 1)).toBe(52.5);
  expect(expectedSeconds(items, 20)).toBe(105);
  expect(expectedSeconds([], 20)).toBe(0);
});
