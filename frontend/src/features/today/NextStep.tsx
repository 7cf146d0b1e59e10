import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';

import type { SessionRequest, SessionView, Today } from '@/api/types';
import { useStartSession } from '@/features/session/useStartSession';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './NextStep.module.css';

function sayStart(suggestion: SessionRequest): string {
  if (suggestion.kind === 'deep') return 'Start a deep-dive';
  return `Start ${plural(suggestion.count, 'question')}`;
}

function sayOpen(session: SessionView): string {
  const room = session.kind === 'deep' ? 'deep-dive' : 'rapid-fire';
  const at = (session.position ?? session.turns.length - 1) + 1;
  return `Your ${room} session waits at question ${at} of ${session.turns.length}.`;
}

/** The one thing to do now: take up what is open, or begin what is suggested. Enter does it. */
export function NextStep({ today }: { today: Today }) {
  const start = useStartSession();
  const navigate = useNavigate();
  const open = today.open_session;
  const begin = () => {
    if (!start.isPending) start.mutate({ ...today.suggestion });
  };
  const resume = () => {
    if (open !== null) void navigate({ to: '/session/$id', params: { id: open.id } });
  };
  useShortcut('enter', open === null ? sayStart(today.suggestion) : 'Take up the open session', open === null ? begin : resume);
  useShortcut('n', 'Start a new session', begin, { enabled: open !== null });
  return (
    <div className={styles.step}>
      <p className={styles.says}>{open === null ? today.suggestion_says : sayOpen(open)}</p>
      <div className={styles.row}>
        {open !== null && (
          <Button size="lg" variant="filled" onClick={resume} rightSection={<Keys chord="enter" onPen />}>
            Take it up again
          </Button>
        )}
        <Button
          size="lg"
          variant={open === null ? 'filled' : 'default'}
          onClick={begin}
          loading={start.isPending}
          rightSection={open === null ? <Keys chord="enter" onPen /> : <Keys chord="n" />}
        >
          {sayStart(today.suggestion)}
        </Button>
        <Link to="/rapid" className={styles.choose}>
          Choose yourself <IconArrowRight size={16} aria-hidden="true" />
        </Link>
      </div>
      <ErrorNote error={start.error} />
    </div>
  );
}
