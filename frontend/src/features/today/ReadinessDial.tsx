import { Link } from '@tanstack/react-router';

import { Ring } from '@/ui/Ring';

import styles from './ReadinessDial.module.css';

/** One piece of the ring per item of the checklist. */
export function ReadinessDial({ ready, of }: { ready: number; of: number }) {
  return (
    <Link to="/readiness" className={styles.dial}>
      <span className="visually-hidden">Readiness: </span>
      <Ring value={of === 0 ? 0 : ready / of} size={252} stroke={8} segments={Math.max(of, 1)}>
        <span className={styles.number}>{ready} </span>
        <span className={styles.caption}>of {of} ready</span>
      </Ring>
    </Link>
  );
}
