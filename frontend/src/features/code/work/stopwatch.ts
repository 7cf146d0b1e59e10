/** Time worked on a problem: runs, pauses, and outlives a reload. */

export interface Stopwatch {
  /** Milliseconds counted before it was last started. */
  counted: number;
  /** When it was started, by the calendar's clock; null while it rests. */
  since: number | null;
}

export const stopped: Stopwatch = { counted: 0, since: null };

export const elapsed = (watch: Stopwatch, now: number): number =>
  watch.counted + (watch.since === null ? 0 : Math.max(0, now - watch.since));

export const start = (watch: Stopwatch, now: number): Stopwatch =>
  watch.since === null ? { counted: watch.counted, since: now } : watch;

export const pause = (watch: Stopwatch, now: number): Stopwatch => ({ counted: elapsed(watch, now), since: null });

/** A stopwatch that nobody looked after for longer than this was left running by mistake. */
const LEFT_ALONE_MS = 60_000;

/** Moves the start to now, so that what is kept in the browser also says when it was last looked after. */
export const lookAfter = (watch: Stopwatch, now: number): Stopwatch =>
  watch.since === null ? watch : { counted: elapsed(watch, now), since: now };

/** A kept stopwatch taken up again: it goes on after a reload, and rests where the page was away for longer. */
export const takeUp = (watch: Stopwatch, now: number): Stopwatch =>
  watch.since !== null && now - watch.since > LEFT_ALONE_MS ? { counted: watch.counted, since: null } : watch;

/** What was kept in the browser; anything that is no stopwatch begins at nothing. */
export function readStopwatch(json: string | null): Stopwatch {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    if (typeof value !== 'object' || value === null || !('counted' in value) || !('since' in value)) return stopped;
    const { counted, since } = value;
    if (typeof counted !== 'number' || (since !== null && typeof since !== 'number')) return stopped;
    return { counted, since };
  } catch {
    return stopped;
  }
}
