import { Link } from '@tanstack/react-router';

import type { Evidence } from '@/api/types';
import { percent, relativeDay } from '@/lib/format';
import { itemParams } from '@/lib/items';

import styles from './EvidenceList.module.css';

/** The answers that speak for an item; those that do not count say why by their numbers. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Score</th>
            <th scope="col">Answered</th>
            <th scope="col">Still known</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((entry) => (
            <tr key={entry.attempt_id + entry.item_id}>
              <td>
                <Link to="/library/$kind/$slug" params={itemParams(entry.item_id)}>
                  {entry.title}
                </Link>
              </td>
              <td>{percent(entry.score)}</td>
              <td>{relativeDay(new Date(entry.answered_at))}</td>
              <td>{percent(entry.recall)}</td>
              <td>{entry.counts ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
