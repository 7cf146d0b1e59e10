import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { ProblemSuggestion } from '@/api/types';
import { itemParams } from '@/lib/items';

import styles from './ProblemOfTheDay.module.css';

/** The coding problem to work on today. */
export function ProblemOfTheDay({ problem }: { problem: ProblemSuggestion }) {
  return (
    <section aria-labelledby="problem" className={styles.problem}>
      <div>
        <h2 id="problem">Write it: {problem.title}</h2>
        <p className={styles.says}>
          {problem.minutes} min. {problem.says}
        </p>
      </div>
      <Link to="/code/$problem" params={{ problem: itemParams(problem.item_id).slug }} className={styles.link}>
        Open the problem <IconArrowRight size={17} aria-hidden="true" />
      </Link>
    </section>
  );
}
