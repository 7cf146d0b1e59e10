import { useQuery } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';

import { attemptsQuery } from '@/api/code';
import type { CodeAttemptBrief, ProblemView } from '@/api/types';
import { duration, plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import { sayRatio } from '../results/Ratio';
import { VerdictChip } from '../results/VerdictChip';
import { AttemptView } from './AttemptView';
import styles from './AttemptsPane.module.css';

interface Props {
  problem: ProblemView;
  source: string;
  onCopy: (source: string) => void;
}

/** Every attempt at the problem, newest first; each can be looked at, compared with the editor and copied back. */
export function AttemptsPane({ problem, source, onCopy }: Props) {
  const { data: attempts, error } = useQuery(attemptsQuery(problem.brief.id));
  const [shown, setShown] = useState<string | null>(null);
  if (attempts === undefined) return <ErrorNote error={error} />;
  if (shown !== null) {
    return (
      <div className={styles.one}>
        <button type="button" className={styles.back} onClick={() => setShown(null)}>
          <IconArrowLeft size={17} aria-hidden="true" /> All attempts
        </button>
        <AttemptView attempt={shown} source={source} onCopy={onCopy} />
      </div>
    );
  }
  if (attempts.length === 0) return <p className={styles.none}>Nothing handed in yet. Every program that you submit is kept here.</p>;
  return (
    <>
      <h2 className="visually-hidden">Attempts</h2>
      <ul>
        {attempts.map((attempt) => (
          <li key={attempt.attempt_id}>
            <button type="button" className={styles.attempt} onClick={() => setShown(attempt.attempt_id)}>
              <VerdictChip state={attempt.state} verdict={attempt.verdict} />
              <span className={styles.facts}>{factsOf(attempt).join(' · ')}</span>
              <time className={styles.when} dateTime={attempt.answered_at}>
                {sayWhen(new Date(attempt.answered_at))}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function factsOf(attempt: CodeAttemptBrief): string[] {
  const facts = [];
  if (attempt.reference_ratio !== null) facts.push(`${sayRatio(attempt.reference_ratio)} time`);
  if (attempt.hints > 0) facts.push(plural(attempt.hints, 'hint'));
  if (attempt.seconds_used >= 1) facts.push(duration(attempt.seconds_used));
  return facts;
}

const sayWhen = (when: Date): string =>
  when.toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
