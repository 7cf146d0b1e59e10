import type { DueItem } from '@/api/types';
import { Section } from '@/features/study/Section';
import { plural, relativeDay, shortDate } from '@/lib/format';

import styles from './ComesBack.module.css';
import { byDay } from './byDay';

/** When the questions of this session return, day by day. */
export function ComesBack({ items }: { items: readonly DueItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section title="What comes back when">
      <ol className={styles.days}>
        {byDay(items).map(({ day, items: due }) => (
          <li key={day.getTime()} className={styles.day}>
            <p className={styles.when}>
              <strong>{relativeDay(day)}</strong>
              <span>{shortDate(day)}</span>
            </p>
            <div>
              <p className={styles.dots} aria-hidden="true">
                {due.map((item) => (
                  <span key={item.item_id} />
                ))}
              </p>
              <p className={styles.names}>
                <span className="visually-hidden">{plural(due.length, 'question')}: </span>
                {due.map((item) => item.title).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
