import type { SessionSummary } from '@/api/types';
import { Section } from '@/features/study/Section';

import styles from './Habits.module.css';

type HabitCount = SessionSummary['habits'][number];

/** What recurred in how the answers were given. */
export function Habits({ habits }: { habits: readonly HabitCount[] }) {
  if (habits.length === 0) return null;
  return (
    <Section title="How you answered">
      <ul className={styles.list}>
        {habits.map((habit) => (
          <li key={habit.id}>{habit.message}</li>
        ))}
      </ul>
    </Section>
  );
}
