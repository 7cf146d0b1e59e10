import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { ExerciseSuggestion } from '@/api/types';
import { itemParams } from '@/lib/items';

import styles from './Exercise.module.css';

/** Something to make today: a program to write or an architecture to draw. */
export function Exercise({ exercise }: { exercise: ExerciseSuggestion }) {
  const { kind, slug } = itemParams(exercise.item_id);
  return (
    <section aria-labelledby={kind} className={styles.exercise}>
      <div>
        <h2 id={kind}>
          {kind === 'board' ? 'Draw it' : 'Write it'}: {exercise.title}
        </h2>
        <p className={styles.says}>
          {exercise.minutes} min. {exercise.says}
        </p>
      </div>
      {kind === 'board' ? (
        <Link to="/board/$architecture" params={{ architecture: slug }} className={styles.link}>
          Open the whiteboard <IconArrowRight size={17} aria-hidden="true" />
        </Link>
      ) : (
        <Link to="/code/$problem" params={{ problem: slug }} className={styles.link}>
          Open the problem <IconArrowRight size={17} aria-hidden="true" />
        </Link>
      )}
    </section>
  );
}
