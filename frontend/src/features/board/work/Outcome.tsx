import { Button } from '@mantine/core';

import type { DrawingFeedback } from '@/api/types';
import { percent, relativeDay } from '@/lib/format';

import styles from './Outcome.module.css';

interface Props {
  feedback: DrawingFeedback;
  onReference: () => void;
  onAfterwards: () => void;
}

/** What handing in came to, and what to do next. */
export function Outcome({ feedback, onReference, onAfterwards }: Props) {
  const { score, memory, check } = feedback;
  const right = check?.verdict === 'right';
  return (
    <div className={styles.outcome}>
      <p>
        <strong>Handed in{score === null ? '' : `: ${percent(score)}`}.</strong>{' '}
        {check === null && 'It is kept, and looked at when evalmode starts again. '}
        {memory !== null && `It comes back ${relativeDay(new Date(memory.due))}. `}
        {right ? 'Now answer what an interviewer asks when the drawing stands.' : 'Go on drawing, and hand it in again when you like.'}
      </p>
      {right && (
        <div className={styles.row}>
          <Button variant="filled" size="sm" onClick={onAfterwards}>
            What they ask next
          </Button>
          <Button size="sm" onClick={onReference}>
            See the reference
          </Button>
        </div>
      )}
    </div>
  );
}
