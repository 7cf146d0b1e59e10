import { sayError } from '@/api/errors';

import styles from './ErrorNote.module.css';

/** What went wrong with the last thing that was tried, said where it was tried. */
export function ErrorNote({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null;
  return (
    <p className={styles.note} role="alert">
      {sayError(error)}
    </p>
  );
}
