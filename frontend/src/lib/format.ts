/** Numbers, times and dates as people read them. */

const DAY = 86_400_000;

export const percent = (share: number): string => `${Math.round(share * 100)}%`;

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** `45 s`, `1 min 30 s`, `12 min`, `3 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes < 10 && rest > 0) return `${minutes} min ${rest} s`;
  if (minutes < 60) return `${Math.round(whole / 60)} min`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 > 0 ? `${hours} h ${minutes % 60} min` : `${hours} h`;
}

/** `0:45`, for clocks. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Whole calendar days from `now` to `date`; negative in the past. */
export function daysUntil(date: Date, now = new Date()): number {
  return Math.round((midnight(date) - midnight(now)) / DAY);
}

/** `today`, `tomorrow`, `in 4 days`, `yesterday`, `3 days ago`, `in 2 months`. */
export function relativeDay(date: Date, now = new Date()): string {
  const days = daysUntil(date, now);
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(days) < 14) return words.format(days, 'day');
  if (Math.abs(days) < 60) return words.format(Math.round(days / 7), 'week');
  return words.format(Math.round(days / 30), 'month');
}

/** A date without a time, such as `2026-03-04`, as that day in the reader's own time zone. */
export function localDay(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day);
}

export const isoDay = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

export const shortDate = (date: Date): string => date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });

export const longDate = (date: Date): string =>
  date.toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

export function greeting(hour: number): string {
  if (hour < 5) return 'Still up?';
  if (hour < 12) return 'Good morning.';
  if (hour < 18) return 'Good afternoon.';
  return 'Good evening.';
}
