import type { ReactNode } from 'react';

import styles from './Ring.module.css';

interface Props {
  /** In [0, 1]. */
  value: number;
  size: number;
  stroke?: number;
  /** Cuts the ring into that many pieces. */
  segments?: number;
  /** For assistive technology; a ring that only repeats a number beside it needs none. */
  label?: string;
  tone?: 'pen' | 'ink' | 'covered';
  children?: ReactNode;
}

const RADIUS = 50;

/** A ring filled to a share, in one sweep or piece by piece. */
export function Ring({ value, size, stroke = 9, segments, label, tone = 'pen', children }: Props) {
  const radius = RADIUS - stroke / 2;
  const length = 2 * Math.PI * radius;
  const filled = Math.min(1, Math.max(0, value));
  return (
    <div className={styles.ring} style={{ width: size, height: size }} role={label === undefined ? undefined : 'img'} aria-label={label}>
      <svg viewBox="0 0 100 100" aria-hidden="true" data-tone={tone}>
        {segments === undefined ? (
          <>
            <circle cx="50" cy="50" r={radius} strokeWidth={stroke} className={styles.track} />
            {filled > 0 && (
              <circle
                cx="50"
                cy="50"
                r={radius}
                strokeWidth={stroke}
                className={styles.value}
                strokeDasharray={`${length * filled} ${length}`}
                transform="rotate(-90 50 50)"
              />
            )}
          </>
        ) : (
          Array.from({ length: segments }, (_, index) => (
            <circle
              key={index}
              cx="50"
              cy="50"
              r={radius}
              strokeWidth={stroke}
              className={index < Math.round(filled * segments) ? styles.piece : styles.track}
              strokeDasharray={`${length / segments - 3.5} ${length}`}
              transform={`rotate(${-90 + (360 / segments) * index + 2} 50 50)`}
            />
          ))
        )}
      </svg>
      {children !== undefined && <div className={styles.middle}>{children}</div>}
    </div>
  );
}
