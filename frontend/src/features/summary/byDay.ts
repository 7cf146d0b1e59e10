import type { DueItem } from '@/api/types';

export interface DueDay {
  day: Date;
  items: DueItem[];
}

/** Groups what is due by calendar day, soonest first. */
export function byDay(items: readonly DueItem[]): DueDay[] {
  const days = new Map<number, DueItem[]>();
  for (const item of items) {
    const due = new Date(item.due);
    const day = new Date(due.getFullYear(), due.getMonth(), due.getDate()).getTime();
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days].sort(([a], [b]) => a - b).map(([day, due]) => ({ day: new Date(day), items: due }));
}
