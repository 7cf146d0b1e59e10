import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { resetAllProblems } from '@/api/code';

import { ResetDialog } from '../task/ResetDialog';
import styles from './ResetAll.module.css';

/** All problems anew, after asking. */
export function ResetAll() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <div className={styles.reset}>
      <Button size="sm" variant="subtle" onClick={() => setAsking(true)}>
        Begin all problems anew…
      </Button>
      <p role="status">{done && 'Every problem begins anew.'}</p>
      {asking && (
        <ResetDialog
          what="all problems"
          reset={resetAllProblems}
          onDone={() => {
            setAsking(false);
            setDone(true);
            void client.invalidateQueries();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
