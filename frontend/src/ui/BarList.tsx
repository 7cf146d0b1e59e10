import type { ReactNode } from 'react';

import { percent } from '@/lib/format';

import styles from './BarList.module.css';
import { Meter } from './Meter';
import { scoreTone } from './tone';

export interface Bar {
  key: string;
  name: ReactNode;
  /** In [0, 1]. */
  score: number;
  note?: string;
}

/** Scores side by side, as a table whose cells are bars. */
export function BarList({ caption, bars }: { caption: string; bars: readonly Bar[] }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">{bar.name}</th>
            <td className={styles.bar}>
              <Meter value={bar.score} tone={scoreTone(bar.score)} />
            </td>
            <td className={styles.score}>{percent(bar.score)}</td>
            {bar.note !== undefined && <td className={styles.note}>{bar.note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
