import { describe, expect, it } from 'vitest';

import { buildCalendar, heatOf } from './calendar';

describe('the calendar', () => {
  const wednesday = new Date(2026, 2, 4, 15);
  const calendar = buildCalendar([{ day: '2026-03-02', attempts: 20, mean_score: 0.5 }], 20, wednesday);

  it('ends today, with weeks that begin on Monday', () => {
    expect(calendar.weeks).toHaveLength(53);
    const last = calendar.weeks.at(-1) ?? [];
    expect(last.map((day) => day.iso)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
    expect(last.map((day) => day.heat)).toEqual([4, 0, 0]);
    expect(calendar.weeks[0]).toHaveLength(7);
  });

  it('has every day once, across the changes of the clock', () => {
    const days = calendar.weeks.flat().map((day) => day.iso);
    expect(new Set(days).size).toBe(days.length);
    expect(days).toHaveLength(52 * 7 + 3);
  });

  it('names each month where it begins', () => {
    expect(calendar.months).toHaveLength(12);
    expect(calendar.months.at(-1)?.name).toBe('Mar');
  });
});

it('measures heat against the goal', () => {
  expect([0, 1, 5, 10, 15, 20, 90].map((attempts) => heatOf(attempts, 20))).toEqual([0, 1, 1, 2, 3, 4, 4]);
});
