import { useQuery } from '@tanstack/react-query';

import { attemptQuery } from '@/api/queries';
import { percent, plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';
import { InlineProse } from '@/ui/prose/Prose';
import { VerdictMark } from '@/ui/VerdictMark';

import styles from './Approach.module.css';

/** What left the machine, and why the chosen model did not judge, is said wherever a grade is shown. */
const ABOUT_THE_GRADER: ReadonlySet<string> = new Set(['sent-away', 'judged-here-instead']);

interface Props {
  attempt: string;
  /** The round is over: what was missing may be told. */
  over: boolean;
}

/** What was said before the code, and what the grader made of it; what was missing would give the solution away. */
export function Approach({ attempt, over }: Props) {
  const { data: feedback, error } = useQuery(attemptQuery(attempt));
  if (feedback === undefined) return <ErrorNote error={error} />;
  const shown = feedback.points.filter((point) => over || point.overridden || ['covered', 'contradicted'].includes(point.verdict));
  const hidden = feedback.points.length - shown.length;
  return (
    <div className={styles.approach}>
      <p className={styles.answer}>{feedback.answer}</p>
      <p>
        {feedback.graded ? <strong>{percent(feedback.score)}. </strong> : 'Kept; it is graded when evalmode starts again. '}
        {over && feedback.feedback}
      </p>
      <ul className={styles.points}>
        {shown.map((point) => (
          <li key={point.id}>
            <VerdictMark verdict={point.overridden ? 'covered' : point.verdict} />
            <span>
              <InlineProse text={point.correction === '' ? point.claim : point.correction} />
            </span>
          </li>
        ))}
      </ul>
      {feedback.signals
        .filter((signal) => ABOUT_THE_GRADER.has(signal.id))
        .map((signal) => (
          <p key={signal.id} className={styles.hidden}>
            {signal.message}
          </p>
        ))}
      {hidden > 0 && (
        <p className={styles.hidden}>
          {plural(hidden, 'point')} you did not make {hidden === 1 ? 'is' : 'are'} told when you have passed or given up.
        </p>
      )}
    </div>
  );
}
