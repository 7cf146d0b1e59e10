import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Mode } from '@/api/types';
import { clock as asClock } from '@/lib/format';

import { announcement, leftAt, phaseOf, type ClockReading } from './countdown';
import styles from './CountdownRing.module.css';
import { useNow } from './useNow';

interface Props {
  clock: ClockReading;
  mode: Mode;
  /** Called once, when the time is over. */
  onOver: () => void;
}

const RADIUS = 44;
const LENGTH = 2 * Math.PI * RADIUS;

/** The time left, as a ring that empties. Said aloud only at half time, at ten seconds, and at the end. */
export function CountdownRing({ clock, mode, onOver }: Props) {
  const now = useNow(200);
  const left = leftAt(clock, now);
  const phase = mode === 'relaxed' && left <= 0 ? 'calm' : phaseOf(left, clock.seconds);
  const over = left <= 0;
  useOver(over, onOver);
  const share = Math.max(0, Math.min(1, left / clock.seconds));
  return (
    <div className={styles.ring} data-phase={phase} role="timer" aria-label="Time left">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r={RADIUS} className={styles.track} />
        <circle
          cx="50"
          cy="50"
          r={RADIUS}
          className={styles.left}
          strokeDasharray={`${LENGTH * share} ${LENGTH}`}
          transform="rotate(-90 50 50)"
        />
      </svg>
      <span className={styles.time}>{over && mode === 'relaxed' ? `+${asClock(-left)}` : asClock(left)}</span>
      <Announcer left={left} seconds={clock.seconds} />
    </div>
  );
}

function useOver(over: boolean, onOver: () => void): void {
  const done = useRef(false);
  const call = useEffectEvent(onOver);
  useEffect(() => {
    if (!over || done.current) return;
    done.current = true;
    call();
  }, [over]);
}

function Announcer({ left, seconds }: { left: number; seconds: number }) {
  const [before, setBefore] = useState(left);
  const [words, setWords] = useState('');
  if (before !== left) {
    setBefore(left);
    const next = announcement(before, left, seconds);
    if (next !== null) setWords(next);
  }
  return (
    <span className="visually-hidden" role="status">
      {words}
    </span>
  );
}
