import { IconCheck, IconCircleDashed, IconCircleHalf2, IconQuestionMark, IconX } from '@tabler/icons-react';

import type { Verdict } from '@/api/types';

import { verdictWords } from './verdicts';
import styles from './VerdictMark.module.css';

const ICONS = {
  covered: IconCheck,
  partial: IconCircleHalf2,
  missing: IconCircleDashed,
  contradicted: IconX,
  unsure: IconQuestionMark,
} as const;

/** A verdict as icon, word and colour: each of the three says it alone. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const Icon = ICONS[verdict];
  return (
    <span className={styles.mark} data-verdict={verdict}>
      <Icon size={15} stroke={2.6} aria-hidden="true" />
      {verdictWords[verdict]}
    </span>
  );
}
