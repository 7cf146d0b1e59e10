import { IconCheck, IconDeviceFloppy, IconLoader, IconPencil } from '@tabler/icons-react';

import type { DraftStatus } from './draftKeeper';
import styles from './SavedMark.module.css';
import type { Answering } from './useAnswer';

const ICON = { size: 16, 'aria-hidden': true } as const;

function content(status: DraftStatus, sending: Answering['sending']) {
  if (sending === 'sending') return 'Reading your answer…';
  if (sending === 'waiting-for-server') return 'Kept here; it is handed in when evalmode answers again.';
  switch (status.is) {
    case 'clean':
      return null;
    case 'dirty':
      return (
        <>
          <IconPencil {...ICON} /> Typing
        </>
      );
    case 'saving':
      return (
        <>
          <IconLoader {...ICON} /> Saving
        </>
      );
    case 'saved':
      return (
        <>
          <IconCheck {...ICON} /> Saved
        </>
      );
    case 'kept-here':
      return (
        <>
          <IconDeviceFloppy {...ICON} /> Kept in this browser
        </>
      );
    case 'refused':
      return <span className={styles.refused}>Not saved: {status.why}</span>;
    case 'conflict':
    case 'answered':
      return null;
  }
}

/** Whether what is typed is safe. Not announced: a screen reader should not hear it at every pause. */
export function SavedMark({ status, sending }: { status: DraftStatus; sending: Answering['sending'] }) {
  return (
    <span className={styles.mark} data-saved={status.is === 'saved'}>
      {content(status, sending)}
    </span>
  );
}
