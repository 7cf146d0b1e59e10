import { describe, expect, it } from 'vitest';

import { announcement, leftAt, phaseOf, usedAt } from './countdown';

const reading = { seconds: 45, used: 5, at: 1000 };

describe('the clock', () => {
  it('goes on from where the server counted', () => {
    expect(leftAt(reading, 1000)).toBe(40);
    expect(leftAt(reading, 11_000)).toBe(30);
    expect(leftAt(reading, 51_000)).toBe(-10);
  });

  it('does not run backwards when the page reads an earlier time', () => {
    expect(usedAt(reading, 0)).toBe(5);
  });
});

it('becomes more pressing towards the end', () => {
  expect([40, 14, 7, 0].map((left) => phaseOf(left, 45))).toEqual(['calm', 'soon', 'last', 'over']);
  expect(phaseOf(12, 240)).toBe('soon');
  expect(phaseOf(9, 240)).toBe('last');
});

describe('announcements', () => {
  it('are few', () => {
    const said: (string | null)[] = [];
    for (let left = 45; left > -2; left -= 0.25) said.push(announcement(left, left - 0.25, 45));
    expect(said.filter((words) => words !== null)).toEqual([
      'Half time: 23 seconds left.',
      '10 seconds left.',
      'Time is up.',
    ]);
  });

  it('skip half time where a question is short', () => {
    expect(announcement(11, 9, 20)).toBeNull();
  });
});
