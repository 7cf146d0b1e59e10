import type { ReactNode } from 'react';

import styles from './Notice.module.css';

interface Props {
  title: string;
  text: string;
  children?: ReactNode;
}

/** A page that has nothing else to show: what happened, and the way on. */
export function Notice({ title, text, children }: Props) {
  return (
    <section className={styles.notice}>
      <title>{`${title} · evalmode`}</title>
      <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
        <path d="M9.4 3.6a9 9 0 0 0 0 16.8" />
      </svg>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <div className={styles.way}>{children}</div>
    </section>
  );
}
