import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

import type { ReadinessItem } from '@/api/types';
import { percent, plural } from '@/lib/format';
import { Ring } from '@/ui/Ring';

import { EvidenceList } from './EvidenceList';
import styles from './ReadinessRow.module.css';

interface Props {
  item: ReadinessItem;
  busy: boolean;
  onPractise: (itemId: string) => void;
}

/** One item of the checklist, how far it is, and what speaks for it. */
export function ReadinessRow({ item, busy, onPractise }: Props) {
  const next = item.next_item;
  return (
    <article className={styles.row} data-ready={item.ready} id={item.id}>
      <Ring value={item.progress} size={46} stroke={12} tone={item.ready ? 'covered' : 'pen'} label={item.ready ? 'Ready' : `${percent(item.progress)} of the way`}>
        {item.ready && <IconCheck size={20} stroke={3} className={styles.tick} aria-hidden="true" />}
      </Ring>
      <div className={styles.words}>
        <h2 className={styles.title}>{item.title}</h2>
        <p className={styles.says}>{item.says}</p>
        {item.evidence.length > 0 && (
          <details className={styles.evidence}>
            <summary>{plural(item.evidence.length, 'answer')} as evidence</summary>
            <EvidenceList evidence={item.evidence} />
          </details>
        )}
      </div>
      {next !== null && (
        <Button
          size="sm"
          variant={item.ready ? 'subtle' : 'default'}
          className={styles.next}
          disabled={busy}
          onClick={() => onPractise(next)}
          aria-label={`${item.ready ? 'Keep it fresh' : 'Next step'} for “${item.title}”: ${item.next_title ?? next}`}
        >
          {item.ready ? 'Keep it fresh' : 'Next step'}
        </Button>
      )}
    </article>
  );
}
