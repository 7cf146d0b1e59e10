import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';

import type { SessionSummary } from '@/api/types';
import { useStartSession } from '@/features/session/useStartSession';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './SummaryActions.module.css';

/** What to do after a session: again what was missed, or home. */
export function SummaryActions({ summary }: { summary: SessionSummary }) {
  const start = useStartSession();
  const navigate = useNavigate();
  const { kind, mode } = summary.session;
  const again = [...new Set(summary.missed.map((point) => point.item_id))];
  const retry = () => {
    if (again.length === 0 || start.isPending) return;
    start.mutate({ kind, mode, items: again, count: again.length, topics: [], levels: [], only_due: false });
  };
  useShortcut('r', 'Again what was missed', retry, { enabled: again.length > 0 });
  useShortcut('enter', 'Go to Today', () => void navigate({ to: '/' }));
  return (
    <div className={styles.row}>
      <Button size="md" variant="filled" rightSection={<Keys chord="enter" onPen />} renderRoot={(props) => <Link to="/" {...props} />}>
        Done for now
      </Button>
      {again.length > 0 && (
        <Button size="md" onClick={retry} loading={start.isPending} rightSection={<Keys chord="r" />}>
          Again: {plural(again.length, 'question')} with gaps
        </Button>
      )}
      <ErrorNote error={start.error} />
    </div>
  );
}
