import { useCallback, useEffect, useState } from 'react';

import { forget, recall, remember } from '@/lib/storage';

import { elapsed, lookAfter, pause, readStopwatch, start, stopped, takeUp, type Stopwatch } from './stopwatch';

const LOOK_AFTER_MS = 5000;

export interface RunningWatch {
  watch: Stopwatch;
  running: boolean;
  start: () => void;
  pause: () => void;
  clear: () => void;
  /** Seconds counted so far. */
  seconds: () => number;
}

/** A stopwatch kept in this browser under a name. */
export function useStopwatch(name: string): RunningWatch {
  const key = `evalmode-${name}`;
  const [watch, setWatch] = useState(() => takeUp(readStopwatch(recall(key)), Date.now()));
  const running = watch.since !== null;

  useEffect(() => {
    if (watch !== stopped) remember(key, JSON.stringify(watch));
  }, [key, watch]);

  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setWatch((last) => lookAfter(last, Date.now())), LOOK_AFTER_MS);
    return () => clearInterval(timer);
  }, [running]);

  return {
    watch,
    running,
    start: useCallback(() => setWatch((last) => start(last, Date.now())), []),
    pause: useCallback(() => setWatch((last) => (last.since === null ? last : pause(last, Date.now()))), []),
    clear: useCallback(() => {
      forget(key);
      setWatch(stopped);
    }, [key]),
    seconds: () => elapsed(watch, Date.now()) / 1000,
  };
}

/** The time by the calendar's clock, read every second while something runs. */
export function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
