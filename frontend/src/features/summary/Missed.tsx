import { Link } from '@tanstack/react-router';

import type { SessionSummary } from '@/api/types';
import { Section } from '@/features/study/Section';
import { itemParams } from '@/lib/items';
import { InlineProse } from '@/ui/prose/Prose';
import { VerdictMark } from '@/ui/VerdictMark';

import styles from './Missed.module.css';

/** What was not said or said wrongly, heaviest first. */
export function Missed({ missed }: { missed: SessionSummary['missed'] }) {
  if (missed.length === 0) return null;
  return (
    <Section title="To say next time">
      <ul className={styles.list}>
        {missed.map((point) => (
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
    </Section>
  );
}
