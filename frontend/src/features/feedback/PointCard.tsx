import { IconFlask2, IconHandStop } from '@tabler/icons-react';

import type { ReactNode } from 'react';

import type { PointFeedback } from '@/api/types';
import { percent } from '@/lib/format';
import { InlineProse } from '@/ui/prose/Prose';
import { VerdictMark } from '@/ui/VerdictMark';

import styles from './PointCard.module.css';

interface Props {
  point: PointFeedback;
  number: number;
  active: boolean;
  onActive: (point: string | null) => void;
  busy: boolean;
  onSay: (said: boolean) => void;
  /** What is offered once the candidate has insisted. */
  children?: ReactNode;
}

/** Why the verdict is what it is; nothing where the correction says it already. */
function reasonFor(point: PointFeedback): string {
  if (point.overridden) return 'You say that you said it, and that counts.';
  return point.because === point.correction ? '' : point.because;
}

/** One key point: the claim, the verdict and its reason, and the way to disagree. */
export function PointCard({ point, number, active, onActive, busy, onSay, children }: Props) {
  const counts = point.overridden ? 'covered' : point.verdict;
  return (
    <div
      id={`point-${point.id}`}
      className={styles.card}
      data-active={active}
      tabIndex={-1}
      onMouseEnter={() => onActive(point.id)}
      onMouseLeave={() => onActive(null)}
      onFocus={() => onActive(point.id)}
      onBlur={() => onActive(null)}
    >
      <div className={styles.top}>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <VerdictMark verdict={counts} />
        {point.verdict !== 'unsure' && point.confidence < 0.9 && (
          <span className={styles.sure}>{percent(point.confidence)} sure</span>
        )}
        {point.proven && (
          <a href="#proof" className={styles.proven}>
            <IconFlask2 size={15} aria-hidden="true" /> Proven
          </a>
        )}
      </div>
      <p className={styles.claim}>
        <InlineProse text={point.claim} />
      </p>
      {point.correction !== '' && (
        <p className={styles.correction}>
          <InlineProse text={point.correction} />
        </p>
      )}
      <p className={styles.because}>
        {reasonFor(point)}
        {(point.verdict !== 'covered' || point.overridden) && (
          <button type="button" className={styles.say} disabled={busy} onClick={() => onSay(!point.overridden)}>
            {!point.overridden && <IconHandStop size={15} aria-hidden="true" />}
            {point.overridden ? 'Take that back' : 'I did say that'}
          </button>
        )}
      </p>
      {point.overridden && children}
    </div>
  );
}
