import type { SessionSummary } from '@/api/types';
import { VERDICTS } from '@/ui/verdicts';
import { VerdictMark } from '@/ui/VerdictMark';

import styles from './VerdictBar.module.css';

/** All key points of the session by verdict, as one bar with its legend. */
export function VerdictBar({ verdicts }: { verdicts: SessionSummary['verdicts'] }) {
  const counts = VERDICTS.map((verdict) => ({ verdict, count: verdicts[verdict] ?? 0 })).filter(({ count }) => count > 0);
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {counts.map(({ verdict, count }) => (
          <span key={verdict} className={styles.piece} data-verdict={verdict} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {counts.map(({ verdict, count }) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} /> <strong className="tabular">{count}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
