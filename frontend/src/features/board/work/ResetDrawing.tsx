import { Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { AskDialog } from '@/features/code/task/AskDialog';

interface Props {
  /** What begins anew. */
  what: string;
  reset: (history: boolean) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before a drawing, or all of them, begin anew. */
export function ResetDrawing({ what, reset, onDone, onClose }: Props) {
  const [history, setHistory] = useState(false);
  const resetting = useMutation({ mutationFn: () => reset(history), onSuccess: onDone });
  return (
    <AskDialog
      title={`Begin ${what} anew?`}
      yes="Begin anew"
      no="Leave it as it is"
      busy={resetting.isPending}
      error={resetting.error}
      onYes={() => resetting.mutate()}
      onNo={onClose}
    >
      <p>The canvas is empty again, hints are taken back, and the references are hidden again. What is drawn now is gone.</p>
      <Checkbox label="Also delete my attempts, and when it comes back" checked={history} onChange={(event) => setHistory(event.currentTarget.checked)} />
    </AskDialog>
  );
}
