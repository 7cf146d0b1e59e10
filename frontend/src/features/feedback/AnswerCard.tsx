import { useMemo } from 'react';

import type { Feedback } from '@/api/types';
import { duration } from '@/lib/format';

import styles from './AnswerCard.module.css';
import { segmentAnswer, type Segment } from './segments';

interface Props {
  feedback: Feedback;
  active: string | null;
  onActive: (point: string | null) => void;
}

/** The answer as it was graded; the pens show which words each key point rests on. */
export function AnswerCard({ feedback, active, onActive }: Props) {
  const segments = useMemo(() => segmentAnswer(feedback.answer, feedback.points), [feedback.answer, feedback.points]);
  const numbers = new Map(feedback.points.map((point, index) => [point.id, index + 1]));
  return (
    <section className={styles.card} aria-labelledby="your-answer">
      <h2 id="your-answer">Your answer</h2>
      {feedback.answer === '' ? (
        <p className={styles.nothing}>Nothing stood here when the time was up.</p>
      ) : (
        <p className={styles.text} data-dimmed={active !== null && segments.some((s) => s.points.includes(active))}>
          {segments.map((segment, index) => (
            <Piece key={index} segment={segment} numbers={numbers} active={active} onActive={onActive} />
          ))}
        </p>
      )}
      {feedback.late_answer !== null && (
        <details className={styles.late}>
          <summary>Arrived after {duration(feedback.seconds_allotted)}: kept, not graded</summary>
          <p>{feedback.late_answer}</p>
        </details>
      )}
    </section>
  );
}

interface PieceProps {
  segment: Segment;
  numbers: ReadonlyMap<string, number>;
  active: string | null;
  onActive: (point: string | null) => void;
}

function Piece({ segment, numbers, active, onActive }: PieceProps) {
  const [first] = segment.points;
  if (first === undefined) return segment.text;
  return (
    <mark
      className={styles.mark}
      data-verdict={segment.verdict}
      data-active={active !== null && segment.points.includes(active)}
    >
      <a
        href={`#point-${first}`}
        onMouseEnter={() => onActive(first)}
        onMouseLeave={() => onActive(null)}
        onFocus={() => onActive(first)}
        onBlur={() => onActive(null)}
      >
        {segment.text}
        <sup className={styles.number}>
          <span className="visually-hidden">(key point </span>
          {segment.points.map((point) => numbers.get(point)).join(',')}
          <span className="visually-hidden">)</span>
        </sup>
      </a>
    </mark>
  );
}
