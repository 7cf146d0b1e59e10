import styles from './Pending.module.css';

/** Shown while a room is on its way; it appears only when that takes long enough to be noticed. */
export function Pending() {
  return (
    <div className={styles.pending} role="status">
      <svg viewBox="0 0 24 24" className={styles.ring} aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
      </svg>
      <span className="visually-hidden">Loading</span>
    </div>
  );
}
