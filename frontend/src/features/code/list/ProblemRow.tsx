import { Link } from '@tanstack/react-router';

import type { ProblemBrief } from '@/api/types';
import { relativeDay } from '@/lib/format';
import { levelNames } from '@/lib/levels';

import { sayRatio } from '../results/Ratio';
import { StateIcon } from '../StateIcon';
import { sayTries, stateWords } from '../words';
import { isDue } from './problems';
import styles from './ProblemRow.module.css';

interface Props {
  problem: ProblemBrief;
  topic: string;
  now: Date;
}

/** A line of the list of problems. */
export function ProblemRow({ problem, topic, now }: Props) {
  return (
    <Link to="/code/$problem" params={{ problem: problem.id }} className={styles.row}>
      <StateIcon state={problem.state} />
      <span>
        <span className={styles.title}>{problem.title}</span>
        <span className={styles.meta}>{[levelNames[problem.level], `${problem.minutes} min`, topic].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.standing}>{problem.state === 'new' ? '' : `${stateWords[problem.state]}, ${sayTries(problem)}`}</span>
      <span className={styles.ratio}>{problem.best_ratio !== null && `best ${sayRatio(problem.best_ratio)}`}</span>
      <span className={styles.due} data-due={isDue(problem, now)}>
        {problem.due !== null && (isDue(problem, now) ? 'due' : `back ${relativeDay(new Date(problem.due), now)}`)}
      </span>
    </Link>
  );
}
