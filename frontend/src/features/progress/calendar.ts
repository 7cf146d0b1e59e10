/** The calendar of practice: weeks as columns, Monday first. */

import type { DayCount } from '@/api/types';
import { isoDay } from '@/lib/format';

export interface CalendarDay {
  date: Date;
  iso: string;
  attempts: number;
  meanScore: number | null;
  /** 0 for none, up to 4. */
  heat: number;
}

export interface Calendar {
  weeks: CalendarDay[][];
  /** Where a month begins: the index of the week and the month's name. */
  months: { week: number; name: string }[];
}

/** Heat against the daily goal: a quarter of it, half, most, all. */
export function heatOf(attempts: number, goal: number): number {
  if (attempts === 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((attempts / goal) * 4)));
}

export function buildCalendar(days: readonly DayCount[], goal: number, today: Date, weekCount = 53): Calendar {
  const counts = new Map(days.map((day) => [day.day, day]));
  const sinceMonday = (today.getDay() + 6) % 7;
  const start = new Date(today.getFullYear(), today.getMonth(), today.getDate() - sinceMonday - 7 * (weekCount - 1));
  const weeks: CalendarDay[][] = [];
  const months: Calendar['months'] = [];
  for (let week = 0; week < weekCount; week += 1) {
    const column: CalendarDay[] = [];
    for (let day = 0; day < 7; day += 1) {
      const date = new Date(start.getFullYear(), start.getMonth(), start.getDate() + week * 7 + day);
      if (date > today) break;
      if (date.getDate() === 1) months.push({ week, name: date.toLocaleDateString('en-GB', { month: 'short' }) });
      const iso = isoDay(date);
      const count = counts.get(iso);
      const attempts = count?.attempts ?? 0;
      column.push({ date, iso, attempts, meanScore: count?.mean_score ?? null, heat: heatOf(attempts, goal) });
    }
    weeks.push(column);
  }
  return { weeks, months };
}
