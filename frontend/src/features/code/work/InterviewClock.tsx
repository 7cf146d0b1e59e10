import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconClockPlay, IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';

import { phaseOf } from '@/features/session/countdown';
import { clock as asClock } from '@/lib/format';

import styles from './InterviewClock.module.css';
import { elapsed } from './stopwatch';
import { useSeconds, type RunningWatch } from './useStopwatch';

interface Props {
  clock: RunningWatch;
  minutes: number;
}

/** The countdown of a real interview: begins when the candidate says so, can rest, and never takes the code away. */
export function InterviewClock({ clock, minutes }: Props) {
  const now = useSeconds(clock.running);
  const used = elapsed(clock.watch, now) / 1000;
  const left = minutes * 60 - used;
  if (!clock.running && used === 0) {
    return (
      <Tooltip label="An interviewer gives that long. It never stops you.">
        <Button size="sm" variant="subtle" leftSection={<IconClockPlay size={18} aria-hidden="true" />} onClick={clock.start}>
          Start the clock ({minutes} min)
        </Button>
      </Tooltip>
    );
  }
  const phase = phaseOf(left, minutes * 60);
  const label = clock.running ? 'Pause the clock' : 'Let the clock run on';
  const Icon = clock.running ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div className={styles.clock} data-phase={phase} data-running={clock.running}>
      <span className={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.min(1, Math.max(0, left / (minutes * 60))) * 100}%` }} />
      </span>
      <span role="timer" aria-label={left < 0 ? 'Over time' : 'Time left'} className={styles.time}>
        {left < 0 ? `+${asClock(-left)}` : asClock(left)}
      </span>
      <Tooltip label={label}>
        <ActionIcon aria-label={label} size="md" onClick={clock.running ? clock.pause : clock.start}>
          <Icon size={15} aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <Announcer left={left} minutes={minutes} />
    </div>
  );
}

function sayLeft(before: number, after: number, minutes: number): string | null {
  const crossed = (mark: number) => before > mark && after <= mark;
  if (crossed(0)) return 'The time of the interview is over. Go on as long as you like.';
  if (minutes > 8 && crossed(300)) return '5 minutes left.';
  if (crossed(60)) return '1 minute left.';
  if (crossed(minutes * 30)) return `Half time: ${Math.round(minutes / 2)} minutes left.`;
  return null;
}

function Announcer({ left, minutes }: { left: number; minutes: number }) {
  const [before, setBefore] = useState(left);
  const [words, setWords] = useState('');
  if (before !== left) {
    setBefore(left);
    const next = sayLeft(before, left, minutes);
    if (next !== null) setWords(next);
  }
  return (
    <span className="visually-hidden" role="status">
      {words}
    </span>
  );
}
