import { Button } from '@mantine/core';

import { CompareDialog } from '../task/CompareDialog';
import styles from './SourceConflict.module.css';
import type { Writing } from './useSource';

/** Two tabs on one problem: shows both programs and lets the candidate choose, so that nothing is lost unseen. */
export function SourceConflict({ writing }: { writing: Writing }) {
  const { status, text, keeper } = writing;
  if (status.is !== 'conflict') return null;
  return (
    <CompareDialog
      title="Another tab, or the terminal, changed this program"
      left={text}
      leftName="Here"
      right={status.other.text}
      rightName="There"
      closable={false}
      onClose={keeper.takeOther}
    >
      <div className={styles.actions}>
        <Button variant="filled" onClick={() => void keeper.keepMine()}>
          Keep what is here
        </Button>
        <Button onClick={keeper.takeOther}>Take what is there</Button>
      </div>
    </CompareDialog>
  );
}
