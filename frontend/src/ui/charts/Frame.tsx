import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';

import styles from './Frame.module.css';

interface Props {
  label: string;
  height: number;
  children: (width: number) => ReactNode;
}

/** A chart as wide as its place, drawn at that width so that its words keep their size. */
export function Frame({ label, height, children }: Props) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} className={styles.frame} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {children(width)}
        </svg>
      )}
    </div>
  );
}
