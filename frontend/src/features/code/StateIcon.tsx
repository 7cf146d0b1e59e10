import { IconCheck, IconFlag, IconPencil } from '@tabler/icons-react';

import type { ProblemState } from '@/api/types';

import styles from './StateIcon.module.css';
import { stateWords } from './words';

const ICONS = { started: IconPencil, given_up: IconFlag, passed: IconCheck } as const;

/** How far one got with a problem: a sign, and a word for those who do not see it. */
export function StateIcon({ state }: { state: ProblemState }) {
  const Icon = state === 'new' ? null : ICONS[state];
  return (
    <span className={styles.icon} data-state={state}>
      {Icon !== null && <Icon size={16} stroke={2.6} aria-hidden="true" />}
      <span className="visually-hidden">{stateWords[state]}</span>
    </span>
  );
}
