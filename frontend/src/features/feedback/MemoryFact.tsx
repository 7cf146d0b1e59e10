import type { MemoryView } from '@/api/types';
import { useShortcut } from '@/keyboard/useShortcut';
import { relativeDay } from '@/lib/format';

import styles from './Facts.module.css';
import { useFeedbackAction } from './useFeedbackAction';

/** When spaced repetition brings it back, and the way to say that this attempt should not count. */
export function MemoryFact({ attempt, memory }: { attempt: string; memory: MemoryView }) {
  const { undo } = useFeedbackAction(attempt);
  const run = () => {
    if (!undo.isPending) undo.mutate();
  };
  useShortcut('u', 'Undo: this attempt does not count for when it returns', run, { enabled: !memory.undone });
  if (memory.undone) return <li>Undone: it returns as if this had not happened</li>;
  return (
    <li>
      comes back {relativeDay(new Date(memory.due))} ({memory.rating})
      <button type="button" className={styles.undo} onClick={run}>
        Undo
      </button>
    </li>
  );
}
