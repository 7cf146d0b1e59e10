import { describe, expect, it } from 'vitest';

import { clock, daysUntil, duration, greeting, isoDay, localDay, percent, plural, relativeDay } from './format';

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [-3, '0 s'],
    [59.4, '59 s'],
    [90, '1 min 30 s'],
    [120, '2 min'],
    [725, '12 min'],
    [3600, '1 h'],
    [11_100, '3 h 5 min'],
  ])('says %s seconds as %s', (seconds, words) => expect(duration(seconds)).toBe(words));
});

describe('clock', () => {
  it('rounds up, so that it reads 0:00 only when the time is up', () => {
    expect(clock(44.2)).toBe('0:45');
    expect(clock(0.1)).toBe('0:01');
    expect(clock(0)).toBe('0:00');
    expect(clock(185)).toBe('3:05');
  });
});

describe('days', () => {
  const now = new Date(2026, 2, 4, 23, 30);
  it('counts calendar days, not spans of 24 hours', () => {
    expect(daysUntil(new Date(2026, 2, 5, 0, 10), now)).toBe(1);
    expect(daysUntil(new Date(2026, 2, 4, 1), now)).toBe(0);
  });
  it('reads a date without a time as a local day', () => {
    expect(isoDay(localDay('2026-03-04'))).toBe('2026-03-04');
  });
  it.each([
    [0, 'today'],
    [1, 'tomorrow'],
    [-3, '3 days ago'],
    [21, 'in 3 weeks'],
    [90, 'in 3 months'],
  ])('says %s days as %s', (days, words) => {
    expect(relativeDay(new Date(2026, 2, 4 + days, 9), now)).toBe(words);
  });
});

it('counts in words', () => {
  expect(plural(1, 'question')).toBe('1 question');
  expect(plural(0, 'question')).toBe('0 questions');
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
  expect(percent(0.666)).toBe('67%');
});

it('greets by the hour', () => {
  expect([2, 8, 14, 21].map(greeting)).toEqual(['Still up?', 'Good morning.', 'Good afternoon.', 'Good evening.']);
});
