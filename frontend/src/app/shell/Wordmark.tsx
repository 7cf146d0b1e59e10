import styles from './Wordmark.module.css';

/** The two parentheses of `model.eval()`, closed into a ring. */
export function Wordmark({ withName = true }: { withName?: boolean }) {
  return (
    <span className={styles.wordmark}>
      <svg viewBox="0 0 24 24" className={styles.ring} aria-hidden="true">
        <path d="M9.4 3.6a9 9 0 0 0 0 16.8" className={styles.left} />
        <path d="M14.6 3.6a9 9 0 0 1 0 16.8" className={styles.right} />
      </svg>
      {withName && <span className={styles.name}>evalmode</span>}
    </span>
  );
}
