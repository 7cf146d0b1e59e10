import type { ReactNode } from 'react';

import styles from './Empty.module.css';

interface Props {
  title: string;
  children: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function Empty({ title, children }: Props) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}
