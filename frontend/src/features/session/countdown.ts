/** The clock of a question, from what the server said and how long ago it said it. */

export interface ClockReading {
  /** Time allotted, in seconds. */
  seconds: number;
  /** Used when the server answered. */
  used: number;
  /** When its answer arrived, by the page's own clock, in milliseconds. */
  at: number;
}

/** Seconds used up to `now`; never less than the server counted. */
export const usedAt = (reading: ClockReading, now: number): number =>
  reading.used + Math.max(0, now - reading.at) / 1000;

/** Seconds left at `now`; negative once the time is over. */
export const leftAt = (reading: ClockReading, now: number): number => reading.seconds - usedAt(reading, now);

export type Phase = 'calm' | 'soon' | 'last' | 'over';

/** How pressing it is: the last third, then the last ten seconds (five of a short question). */
export function phaseOf(left: number, seconds: number): Phase {
  if (left <= 0) return 'over';
  if (left <= Math.min(10, seconds / 6)) return 'last';
  return left <= seconds / 3 ? 'soon' : 'calm';
}

/** What to say aloud when the time left goes from `before` to `after`: at half time, at ten seconds, at the end. */
export function announcement(before: number, after: number, seconds: number): string | null {
  const crossed = (mark: number) => before > mark && after <= mark;
  if (crossed(0)) return 'Time is up.';
  if (seconds > 20 && crossed(10)) return '10 seconds left.';
  if (seconds >= 30 && crossed(seconds / 2)) return `Half time: ${Math.round(seconds / 2)} seconds left.`;
  return null;
}
