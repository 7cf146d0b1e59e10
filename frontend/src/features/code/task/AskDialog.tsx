import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

import { ErrorNote } from '@/ui/ErrorNote';

import styles from './AskDialog.module.css';

interface Props {
  title: string;
  /** What a press does, and what leaves everything as it is. */
  yes: string;
  no: string;
  busy: boolean;
  error: unknown;
  onYes: () => void;
  onNo: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back. */
export function AskDialog({ title, yes, no, busy, error, onYes, onNo, children }: Props) {
  return (
    <Modal opened onClose={onNo} title={title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles.body}>
        {children}
        <ErrorNote error={error} />
        <div className={styles.row}>
          <Button data-autofocus onClick={onNo}>
            {no}
          </Button>
          <Button variant="danger" loading={busy} onClick={onYes}>
            {yes}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
