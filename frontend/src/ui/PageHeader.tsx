import type { ReactNode } from 'react';

import styles from './PageHeader.module.css';

interface Props {
  title: string;
  /** The browser tab's title, where it differs. */
  tab?: string;
  lead?: ReactNode;
  children?: ReactNode;
}

/** The head of a room: its name, one sentence on what it is for, and what can be done at once. */
export function PageHeader({ title, tab = title, lead, children }: Props) {
  return (
    <header className={styles.header}>
      <title>{`${tab} · evalmode`}</title>
      <div className={styles.words}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </header>
  );
}
