import type { CodeAttemptBrief, CodeVerdict } from '@/api/types';

import styles from './VerdictChip.module.css';
import { verdictWords } from './verdictWords';

interface Props {
  state: CodeAttemptBrief['state'];
  verdict: CodeVerdict | null;
}

/** How an attempt ended, in a word. */
export function VerdictChip({ state, verdict }: Props) {
  if (state === 'given_up') return <Chip tone="partial" words="Given up" />;
  if (state === 'waiting' || verdict === null) return <Chip tone="unsure" words="Waits to be judged" />;
  return <Chip tone={verdictWords[verdict].tone} words={verdictWords[verdict].short} />;
}

function Chip({ tone, words }: { tone: string; words: string }) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {words}
    </span>
  );
}
