import { lazy, Suspense } from 'react';

import styles from './Tex.module.css';

const Typeset = lazy(() => import('./Typeset'));

interface Props {
  tex: string;
  display: boolean;
}

/** Mathematics. Until the typesetter has arrived (it comes only where there is a formula) the source stands in. */
export function Tex({ tex, display }: Props) {
  return (
    <Suspense fallback={<code className={styles.waiting}>{tex}</code>}>
      <Typeset tex={tex} display={display} />
    </Suspense>
  );
}
