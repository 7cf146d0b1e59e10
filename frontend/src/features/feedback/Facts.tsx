import type { Feedback } from '@/api/types';
import { duration, plural } from '@/lib/format';

import styles from './Facts.module.css';
import { MemoryFact } from './MemoryFact';

/** Time, pace and when it comes back, in one line. */
export function Facts({ feedback }: { feedback: Feedback }) {
  const { speech } = feedback;
  const over = feedback.seconds_used > feedback.seconds_allotted;
  return (
    <ul className={styles.facts}>
      <li data-over={over}>
        {duration(feedback.seconds_used)} of {duration(feedback.seconds_allotted)}
      </li>
      <li>{plural(speech.words, 'word')}</li>
      {speech.words_per_minute !== null && <li>{Math.round(speech.words_per_minute)} words a minute</li>}
      {speech.fillers > 0 && (
        <li>
          {plural(speech.fillers, 'filler')}: {speech.filler_words.join(', ')}
        </li>
      )}
      {feedback.memory !== null && <MemoryFact attempt={feedback.attempt_id} memory={feedback.memory} />}
    </ul>
  );
}
