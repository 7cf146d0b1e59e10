import { IconArrowRight } from '@tabler/icons-react';

import type { PracticeLink } from '@/api/types';
import { practiseItem, useStartSession } from '@/features/session/useStartSession';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './PracticeLinks.module.css';

/** What trains a page of the guide: a press begins it. */
export function PracticeLinks({ links }: { links: readonly PracticeLink[] }) {
  const start = useStartSession();
  if (links.length === 0) return null;
  return (
    <div className={styles.links}>
      <span className={styles.label}>Practise it:</span>
      {links.map((link) => (
        <button
          key={link.item_id}
          type="button"
          className={styles.link}
          disabled={start.isPending}
          onClick={() => start.mutate(practiseItem(link.item_id))}
        >
          {link.title} <IconArrowRight size={15} aria-hidden="true" />
        </button>
      ))}
      <ErrorNote error={start.error} />
    </div>
  );
}
