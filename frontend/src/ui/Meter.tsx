import styles from './Meter.module.css';

interface Props {
  /** In [0, 1]. */
  value: number;
  tone?: 'pen' | 'covered' | 'partial' | 'contradicted';
}

/** A bar that repeats a number beside it. */
export function Meter({ value, tone = 'pen' }: Props) {
  return (
    <span className={styles.meter} aria-hidden="true">
      <span className={styles.fill} data-tone={tone} style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
    </span>
  );
}
