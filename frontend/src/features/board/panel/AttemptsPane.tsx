import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { drawingsQuery } from '@/api/board';
import type { ArchitectureView, DrawingAttemptBrief } from '@/api/types';
import { duration, percent, plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import { verdictWords } from '../words';
import styles from './Panes.module.css';

interface Props {
  view: ArchitectureView;
  /** The attempt that is looked back on. */
  shown: string | null;
  onShow: (attempt: string) => void;
}

/** Every drawing that was handed in, newest first; each can be looked at and copied back. */
export function AttemptsPane({ view, shown, onShow }: Props) {
  const { data: attempts, error } = useQuery(drawingsQuery(view.brief.id));
  if (attempts === undefined) return <ErrorNote error={error} />;
  if (attempts.length === 0) return <p className={styles.lead}>Nothing handed in yet. Every drawing that you hand in is kept here.</p>;
  return (
    <div className={styles.pane}>
      <h2 className="visually-hidden">Attempts</h2>
      <ul>
        {attempts.map((attempt) => {
          const { tone, short } = chipOf(attempt);
          return (
            <li key={attempt.attempt_id} className={styles.attempt} data-shown={attempt.attempt_id === shown}>
              <span className={styles.chip} data-tone={tone}>
                {short}
              </span>
              <span className={styles.facts}>
                <time dateTime={attempt.answered_at}>{sayWhen(new Date(attempt.answered_at))}</time>
                {[...factsOf(attempt)].map((fact) => ` · ${fact}`)}
              </span>
              <Button size="compact-sm" onClick={() => onShow(attempt.attempt_id)}>
                Look at it<span className="visually-hidden">: {sayWhen(new Date(attempt.answered_at))}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function chipOf({ state, verdict }: DrawingAttemptBrief): { tone: string; short: string } {
  if (state === 'given_up') return { tone: 'partial', short: 'Given up' };
  if (state === 'waiting' || verdict === null) return { tone: 'unsure', short: 'Waits' };
  return verdictWords[verdict];
}

function factsOf(attempt: DrawingAttemptBrief): string[] {
  const facts = [];
  if (attempt.score !== null) facts.push(percent(attempt.score));
  if (attempt.hints > 0) facts.push(plural(attempt.hints, 'hint'));
  if (attempt.seconds_used >= 1) facts.push(duration(attempt.seconds_used));
  return facts;
}

const sayWhen = (when: Date): string =>
  when.toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
