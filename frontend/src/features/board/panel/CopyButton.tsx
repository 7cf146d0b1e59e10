import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import styles from './Panes.module.css';

interface Props {
  text: string;
  label: string;
  icon?: ReactNode;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label, icon = <IconCopy size={17} aria-hidden="true" /> }: Props) {
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Button size="sm" className={styles.start} leftSection={clipboard.copied ? <IconCheck size={17} aria-hidden="true" /> : icon} onClick={() => clipboard.copy(text)}>
      <span aria-live="polite">{clipboard.copied ? 'Copied' : label}</span>
    </Button>
  );
}
