import styles from './Ratio.module.css';

interface Props {
  /** What is measured, such as `time`. */
  of: string;
  ratio: number;
}

/** On a scale on which the reference stands at a quarter: a solution four times as dear fills it. */
const REFERENCE_AT = 0.25;

export const sayRatio = (ratio: number): string => `${ratio < 9.95 ? ratio.toFixed(1) : Math.round(ratio)}×`;

/** Time or memory against the reference's. */
export function Ratio({ of, ratio }: Props) {
  return (
    <div className={styles.ratio} data-dear={ratio > 2}>
      <span className={styles.words}>
        <strong>{sayRatio(ratio)}</strong> the reference’s {of}
      </span>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.fill} style={{ width: `${Math.min(1, ratio * REFERENCE_AT) * 100}%` }} />
        <span className={styles.reference} style={{ left: `${REFERENCE_AT * 100}%` }} />
      </span>
    </div>
  );
}
