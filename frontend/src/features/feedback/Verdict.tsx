import type { Feedback } from '@/api/types';
import { percent } from '@/lib/format';
import { Ring } from '@/ui/Ring';

import { Facts } from './Facts';
import styles from './Verdict.module.css';

/** The score and the coach's sentences. */
export function Verdict({ feedback }: { feedback: Feedback }) {
  if (!feedback.graded) {
    return (
      <p className={styles.later} role="status">
        Your answer is stored, but it could not be graded yet. That is made up for when evalmode starts the next time.
        {feedback.feedback !== '' && ` ${feedback.feedback}`}
      </p>
    );
  }
  return (
    <section className={styles.verdict} aria-label="Score">
      <Ring value={feedback.score} size={118} stroke={10} label={`Score: ${percent(feedback.score)}`}>
        <span className={styles.score} aria-hidden="true">
          {Math.round(feedback.score * 100)}
        </span>
      </Ring>
      <div className={styles.words}>
        <p className={styles.says}>{feedback.feedback}</p>
        <Facts feedback={feedback} />
      </div>
    </section>
  );
}
