import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import styles from './Reveal.module.css';

interface Props {
  title: ReactNode;
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** Click to reveal. */
export function Reveal({ title, open, onToggle, children }: Props) {
  return (
    <details className={styles.reveal} open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary className={styles.title}>
        <span>{title}</span>
        <IconPlus size={19} className={styles.icon} aria-hidden="true" />
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
