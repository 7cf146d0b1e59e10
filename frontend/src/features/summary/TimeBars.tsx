import { Link } from '@tanstack/react-router';

import type { SessionView, TurnBrief } from '@/api/types';
import { duration, percent } from '@/lib/format';
import { scoreTone } from '@/ui/tone';

import styles from './TimeBars.module.css';

/** Time used against the time allotted, question by question; the line is the budget. */
export function TimeBars({ session }: { session: SessionView }) {
  const longest = Math.max(...session.turns.map((turn) => Math.max(turn.seconds, turn.seconds_used ?? 0)), 1);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Time used and allotted, and the score, of each question</caption>
      <tbody>
        {session.turns.map((turn) => (
          <tr key={turn.position}>
            <th scope="row">
              <Name session={session} turn={turn} />
            </th>
            <td className={styles.bars}>
              <Bars turn={turn} longest={longest} />
            </td>
            <td className={styles.number}>
              {turn.state === 'answered' ? `${duration(turn.seconds_used ?? 0)} of ${duration(turn.seconds)}` : turn.state === 'skipped' ? 'skipped' : 'not asked'}
            </td>
            <td className={styles.score}>{turn.score === null ? '' : percent(turn.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name({ session, turn }: { session: SessionView; turn: TurnBrief }) {
  const name = session.kind === 'deep' ? `${turn.title}: ${turn.part.replaceAll('-', ' ')}` : turn.title;
  if (turn.attempt_id === null) return name;
  return (
    <Link to="/session/$id" params={{ id: session.id }} search={{ attempt: turn.attempt_id }}>
      {name}
    </Link>
  );
}

function Bars({ turn, longest }: { turn: TurnBrief; longest: number }) {
  const used = (turn.seconds_used ?? 0) / longest;
  return (
    <span className={styles.track} aria-hidden="true">
      {turn.state === 'answered' && (
        <span
          className={styles.used}
          data-tone={turn.score === null ? undefined : scoreTone(turn.score)}
          style={{ width: `${used * 100}%` }}
        />
      )}
      <span className={styles.budget} style={{ left: `${(turn.seconds / longest) * 100}%` }} />
    </span>
  );
}
