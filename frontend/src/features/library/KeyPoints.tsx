import { IconFlask2 } from '@tabler/icons-react';

import type { ItemPoint } from '@/api/types';
import { Section } from '@/features/study/Section';
import { plural } from '@/lib/format';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './KeyPoints.module.css';

/** What a good answer says, and what people say wrongly instead. */
export function KeyPoints({ points }: { points: readonly ItemPoint[] }) {
  return (
    <Section title="Key points">
      <ol className={styles.list}>
        {points.map((point) => (
          <li key={point.id} className={styles.point}>
            <p className={styles.claim}>
              <InlineProse text={point.claim} />
            </p>
            <p className={styles.meta}>
              {point.proven ? (
                <a href="#proof" className={styles.proven}>
                  <IconFlask2 size={15} aria-hidden="true" /> proven by a program
                </a>
              ) : (
                `No program proves it: ${point.unproven_reason ?? 'it is not computable'}.`
              )}
            </p>
            {point.misconceptions.length > 0 && <Misconceptions pairs={point.misconceptions} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Misconceptions({ pairs }: { pairs: ItemPoint['misconceptions'] }) {
  return (
    <details className={styles.wrong}>
      <summary>{plural(pairs.length, 'thing')} people get wrong here</summary>
      <dl>
        {pairs.map(([says = '', correction = '']) => (
          <div key={says} className={styles.pair}>
            <dt>“{says}”</dt>
            <dd>
              <InlineProse text={correction} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
