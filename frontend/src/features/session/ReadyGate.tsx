import { Button } from '@mantine/core';

import type { SessionView, TurnBrief } from '@/api/types';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { duration } from '@/lib/format';

import { ErrorNote } from '@/ui/ErrorNote';

import { sayPart } from './parts';
import styles from './ReadyGate.module.css';
import { useFinish } from './useFinish';

interface Props {
  session: SessionView;
  turn: TurnBrief;
  onReady: () => void;
}

/** Before a session is taken up again: the clock starts when the candidate says so. */
export function ReadyGate({ session, turn, onReady }: Props) {
  const finish = useFinish(session.id);
  useShortcut('enter', 'Show the question', onReady);
  const clock = session.mode === 'pressure' ? 'The clock starts when you look.' : 'Take your time.';
  return (
    <section className={styles.gate}>
      <title>Ready? · evalmode</title>
      <h1>Ready?</h1>
      <p className={styles.says}>
        {session.kind === 'deep' ? `${turn.title}: ${sayPart(turn.part).toLowerCase()}. ` : ''}
        {duration(turn.seconds)} for this one. {clock}
      </p>
      <Button size="lg" variant="filled" onClick={onReady} rightSection={<Keys chord="enter" onPen />}>
        Show question {turn.position + 1}
      </Button>
      <Button variant="subtle" onClick={() => finish.mutate()} loading={finish.isPending}>
        End this session instead
      </Button>
      <ErrorNote error={finish.error} />
    </section>
  );
}
