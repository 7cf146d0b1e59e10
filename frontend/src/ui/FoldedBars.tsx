import { plural } from '@/lib/format';

import { BarList, type Bar } from './BarList';
import styles from './FoldedBars.module.css';

interface Props {
  caption: string;
  bars: readonly Bar[];
  /** How many are seen at once. */
  first: number;
}

/** A long list of bars: the first ones, and the rest on a press. */
export function FoldedBars({ caption, bars, first }: Props) {
  const rest = bars.slice(first);
  return (
    <>
      <BarList caption={caption} bars={bars.slice(0, first)} />
      {rest.length > 0 && (
        <details className={styles.rest}>
          <summary>And {plural(rest.length, 'more', 'more')}</summary>
          <BarList caption={`${caption}, the rest`} bars={rest} />
        </details>
      )}
    </>
  );
}
