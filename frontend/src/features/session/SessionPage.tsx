import { useSuspenseQuery } from '@tanstack/react-query';
import { Navigate, getRouteApi, useRouterState } from '@tanstack/react-router';
import { Suspense, useState } from 'react';

import { sessionQuery } from '@/api/queries';
import type { SessionView } from '@/api/types';
import { Pending } from '@/app/shell/Pending';
import { FeedbackPage } from '@/features/feedback/FeedbackPage';

import { QuestionPage } from './QuestionPage';
import { ReadyGate } from './ReadyGate';
import { SessionTrack } from './SessionTrack';
import styles from './SessionPage.module.css';

const route = getRouteApi('/session/$id');

/** A session: the question that is open, or the feedback on the one before. */
export function SessionPage() {
  const { id } = route.useParams();
  const { attempt } = route.useSearch();
  const { data: session } = useSuspenseQuery(sessionQuery(id));
  if (attempt === undefined) return <OpenQuestion key={id} session={session} />;
  const at = session.turns.find((turn) => turn.attempt_id === attempt)?.position ?? null;
  return (
    <div className={styles.page}>
      <SessionTrack session={session} at={at} />
      <Suspense key={attempt} fallback={<Pending />}>
        <FeedbackPage attempt={attempt} session={session} />
      </Suspense>
    </div>
  );
}

/** The question that comes next; it stays until it is done with, whatever happens to the session meanwhile. */
function OpenQuestion({ session }: { session: SessionView }) {
  const asked = useRouterState({ select: (state) => state.location.state.go === true });
  const [ready, setReady] = useState(false);
  const [held, setHeld] = useState<number | null>(null);
  const position = held ?? session.position;
  const turn = position === null ? undefined : session.turns[position];
  if (position === null || turn === undefined || (held === null && session.finished_at !== null)) {
    return <Navigate to="/session/$id/summary" params={{ id: session.id }} replace />;
  }
  // Coming back to a session must not start a clock that nobody is ready for.
  const open = asked || ready || turn.state === 'asked';
  if (open && held === null) setHeld(position);
  return (
    <div className={styles.page}>
      <SessionTrack session={session} at={position} />
      <Suspense key={position} fallback={<Pending />}>
        {open ? (
          <QuestionPage session={session} position={position} onSkipped={() => setHeld(null)} />
        ) : (
          <ReadyGate session={session} turn={turn} onReady={() => setReady(true)} />
        )}
      </Suspense>
    </div>
  );
}
