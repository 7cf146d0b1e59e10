import { Link } from '@tanstack/react-router';

import type { SessionSummary } from '@/api/types';
import { Section } from '@/features/study/Section';
import { plural } from '@/lib/format';
import { itemParams } from '@/lib/items';
import { InlineProse } from '@/ui/prose/Prose';
import { VerdictMark } from '@/ui/VerdictMark';

import styles from './Missed.module.css';

type MissedPoint = SessionSummary['missed'][number];

/** As many as one can take into the next session. */
const FIRST = 6;

/** What was not said or said wrongly, heaviest first. */
export function Missed({ missed }: { missed: readonly MissedPoint[] }) {
  if (missed.length === 0) return null;
  const rest = missed.slice(FIRST);
  return (
    <Section title="To say next time">
      <Points points={missed.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>And {plural(rest.length, 'more', 'more')}</summary>
          <Points points={rest} />
        </details>
      )}
    </Section>
  );
}

function Points({ points }: { points: readonly MissedPoint[] }) {
  return (
    <ul className={styles.list}>
      {points.map((point) => (
        <li key={`${point.item_id} ${point.point_id}`}>
          <p className={styles.claim}>
            <InlineProse text={point.claim} />
          </p>
          <p className={styles.meta}>
            <VerdictMark verdict={point.verdict} />
            <Link to="/library/$kind/$slug" params={itemParams(point.item_id)}>
              {point.title}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
