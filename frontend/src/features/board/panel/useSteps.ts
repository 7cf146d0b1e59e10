import { useReducedMotion } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';

const STEP_MS = 650;

export interface Steps {
  running: boolean;
  /** How many groups are to be seen. */
  at: number;
  /** What is not to be seen yet. */
  hidden: ReadonlySet<string> | undefined;
  play: () => void;
}

/** Shows a drawing group by group, as the data flows; whoever wants no motion is shown all of it. */
export function useSteps(groups: readonly (readonly string[])[]): Steps {
  const calm = useReducedMotion(undefined, { getInitialValueInEffect: false });
  const [at, setAt] = useState<number | null>(null);
  const running = at !== null && at < groups.length;
  useEffect(() => {
    if (!running) return undefined;
    const timer = setTimeout(() => setAt((last) => (last ?? 0) + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [running, at]);
  const hidden = useMemo(() => (at === null ? undefined : new Set(groups.slice(at).flat())), [at, groups]);
  return { running, at: at ?? groups.length, hidden, play: () => setAt(calm ? groups.length : 1) };
}
