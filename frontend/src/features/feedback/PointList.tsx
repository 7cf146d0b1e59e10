import type { Feedback } from '@/api/types';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';

import { PointCard } from './PointCard';
import styles from './PointList.module.css';
import { TeachWords } from './TeachWords';
import { useFeedbackAction } from './useFeedbackAction';

interface Props {
  feedback: Feedback;
  active: string | null;
  onActive: (point: string | null) => void;
}

/** What a good answer says, and what this one did with each point. */
export function PointList({ feedback, active, onActive }: Props) {
  const { say } = useFeedbackAction(feedback.attempt_id);
  return (
    <section aria-labelledby="points">
      <h2 id="points" className={styles.heading}>
        Key points
      </h2>
      <ol className={styles.list}>
        {feedback.points.map((point, index) => (
          <li key={point.id}>
            <PointCard
              point={point}
              number={index + 1}
              active={active === point.id}
              onActive={onActive}
              busy={say.isPending}
              onSay={(said) => say.mutate({ point: point.id, said })}
            >
              <TeachWords attempt={feedback.attempt_id} point={point.id} />
            </PointCard>
            {index < 9 && <PointKey number={index + 1} id={point.id} />}
          </li>
        ))}
      </ol>
      <ErrorNote error={say.error} />
      {feedback.signals.length > 0 && (
        <ul className={styles.signals} aria-label="Besides">
          {feedback.signals.map((signal) => (
            <li key={signal.id}>{signal.message}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function PointKey({ number, id }: { number: number; id: string }) {
  useShortcut(String(number), `Go to key point ${number}`, () => document.getElementById(`point-${id}`)?.focus());
  return null;
}
