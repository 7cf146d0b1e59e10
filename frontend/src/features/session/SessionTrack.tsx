import type { SessionView, TurnBrief } from '@/api/types';
import { scoreTone } from '@/ui/tone';

import styles from './SessionTrack.module.css';

function toneOf(turn: TurnBrief): string {
  if (turn.score !== null) return scoreTone(turn.score);
  return turn.state;
}

/** Where the session stands: one piece per question, coloured by how it went. */
export function SessionTrack({ session, at }: { session: SessionView; at: number | null }) {
  if (session.turns.length < 2) return null;
  return (
    <div className={styles.track}>
      <div className={styles.pieces} aria-hidden="true">
        {session.turns.map((turn) => (
          <span key={turn.position} className={styles.piece} data-tone={toneOf(turn)} data-here={turn.position === at} />
        ))}
      </div>
      {at !== null && (
        <p className={styles.words}>
          <span className="visually-hidden">Question </span>
          {at + 1}
          <span className="visually-hidden"> of </span>
          <span aria-hidden="true"> / </span>
          {session.turns.length}
        </p>
      )}
    </div>
  );
}
