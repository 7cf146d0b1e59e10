import { useId, type ReactNode } from 'react';

import styles from './Section.module.css';

interface Props {
  title: string;
  /** For links into the page. */
  anchor?: string;
  children: ReactNode;
}

/** A titled part of a page that is read: the title stands beside the text where there is room. */
export function Section({ title, anchor, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} id={anchor} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
