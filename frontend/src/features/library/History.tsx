import { Link } from '@tanstack/react-router';

import type { ItemView } from '@/api/types';
import { Section } from '@/features/study/Section';
import { duration, percent, relativeDay } from '@/lib/format';

import styles from './History.module.css';

/** Every attempt at a question; each leads to its feedback. */
export function History({ attempts }: { attempts: ItemView['history'] }) {
  if (attempts.length === 0) return null;
  return (
    <Section title="Your attempts">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Part</th>
            <th scope="col">Time</th>
            <th scope="col">Score</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.attempt_id}>
              <td>
                <Link to="/attempt/$id" params={{ id: attempt.attempt_id }}>
                  {relativeDay(new Date(attempt.answered_at))}
                </Link>
              </td>
              <td>{attempt.part.replaceAll('-', ' ')}</td>
              <td>{duration(attempt.seconds_used)}</td>
              <td>{percent(attempt.score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
