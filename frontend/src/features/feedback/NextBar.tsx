import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { stopDeeper } from '@/api/actions';
import { sessionQuery } from '@/api/queries';
import type { Feedback, SessionView } from '@/api/types';
import { useFinish } from '@/features/session/useFinish';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './NextBar.module.css';

interface Props {
  feedback: Feedback;
  session: SessionView;
}

/** The way on: the next question, deeper into this one, or the end. */
export function NextBar({ feedback, session }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id } = session;
  const over = session.position === null || session.finished_at !== null;
  const deeper = over ? null : feedback.deeper;

  const toQuestion = () =>
    navigate({ to: '/session/$id', params: { id }, search: {}, state: (state) => ({ ...state, go: true }) });
  const finish = useFinish(id);
  const stop = useMutation({
    mutationFn: () => stopDeeper(id, session.position ?? 0),
    onSuccess: (next) => {
      client.setQueryData(sessionQuery(id).queryKey, next);
      if (next.position === null) finish.mutate();
      else void toQuestion();
    },
  });
  const busy = finish.isPending || stop.isPending;
  const goOn = () => {
    if (busy) return;
    if (over) finish.mutate();
    else void toQuestion();
  };
  const enough = () => {
    if (!busy) stop.mutate();
  };
  const label = over ? 'See how it went' : deeper === null ? 'Next question' : 'Yes, go deeper';
  useShortcut('enter', label, goOn);
  useShortcut('s', 'Enough of this question', enough, { enabled: deeper !== null });

  return (
    <div className={styles.bar}>
      {deeper !== null && <p className={styles.deeper}>{deeper}</p>}
      <Button size="md" variant="filled" onClick={goOn} loading={finish.isPending} rightSection={<Keys chord="enter" onPen />}>
        {label}
      </Button>
      {deeper !== null && (
        <Button size="md" onClick={enough} loading={stop.isPending} rightSection={<Keys chord="s" />}>
          No, that is enough
        </Button>
      )}
      {!over && (
        <Button size="md" variant="subtle" className={styles.end} onClick={() => finish.mutate()} disabled={busy}>
          End the session here
        </Button>
      )}
      <ErrorNote error={finish.error ?? stop.error} />
    </div>
  );
}
