import type { DueItem } from '@/api/types';
import { usePractise } from '@/features/session/useStartSession';
import { plural, relativeDay } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './DueList.module.css';

const SHOWN = 8;

/** What spaced repetition brings back today; a press practises that one alone. */
export function DueList({ due }: { due: readonly DueItem[] }) {
  const { practise, isPending, error } = usePractise();
  if (due.length === 0) return null;
  const rest = due.length - SHOWN;
  return (
    <section aria-labelledby="due">
      <h2 id="due">Fading now</h2>
      <p className={styles.lead}>A question comes back just before you would forget its answer.</p>
      <ul className={styles.list}>
        {due.slice(0, SHOWN).map((item) => (
          <li key={item.item_id}>
            <button
              type="button"
              className={styles.item}
              disabled={isPending}
              onClick={() => practise(item.item_id)}
            >
              <span>{item.title}</span>
              <span className={styles.when}>due {relativeDay(new Date(item.due))}</span>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.lead}>and {plural(rest, 'more', 'more')}</p>}
      <ErrorNote error={error} />
    </section>
  );
}
