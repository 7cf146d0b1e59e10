import { Link } from '@tanstack/react-router';

import type { ArchitectureBrief } from '@/api/types';
import { StateIcon } from '@/features/code/StateIcon';
import { percent, relativeDay } from '@/lib/format';
import { levelNames } from '@/lib/levels';

import { sayTries, stateWords } from '../words';
import { isDue } from './architectures';
import styles from './ArchitectureCard.module.css';

interface Props {
  architecture: ArchitectureBrief;
  topic: string;
  now: Date;
}

/** One architecture of the list. */
export function ArchitectureCard({ architecture: one, topic, now }: Props) {
  const standing = one.state === 'new' ? '' : `${stateWords[one.state]}, ${sayTries(one)}`;
  return (
    <Link to="/board/$architecture" params={{ architecture: one.id }} className={styles.card}>
      <span className={styles.top}>
        <StateIcon state={one.state} />
        <span className={styles.due} data-due={isDue(one, now)}>
          {one.due !== null && (isDue(one, now) ? 'due' : `back ${relativeDay(new Date(one.due), now)}`)}
        </span>
      </span>
      <span className={styles.title}>{one.title}</span>
      <span className={styles.meta}>{[levelNames[one.level], `${one.minutes} min`, topic].filter(Boolean).join(' · ')}</span>
      <span className={styles.standing}>{[standing, one.best_score === null ? '' : `best ${percent(one.best_score)}`].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
