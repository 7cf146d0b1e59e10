import { useEffect } from 'react';

import { useStopwatch, type RunningWatch } from './useStopwatch';

export interface WorkTime {
  /** The interview's clock: runs when the candidate says so. */
  clock: RunningWatch;
  /** Seconds worked on the problem: by the clock where it was used, else while the page was in sight. */
  seconds: () => number;
  clear: () => void;
}

/** How long a problem took. */
export function useWorkTime(problem: string, writing: boolean): WorkTime {
  const clock = useStopwatch(`clock ${problem}`);
  const quiet = useStopwatch(`work ${problem}`);
  const { start, pause } = quiet;
  useEffect(() => {
    const follow = () => (writing && document.visibilityState === 'visible' ? start() : pause());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      pause();
    };
  }, [writing, start, pause]);
  return {
    clock,
    seconds: () => {
      const byClock = clock.seconds();
      return byClock > 0 ? byClock : quiet.seconds();
    },
    clear: () => {
      clock.clear();
      quiet.clear();
    },
  };
}
