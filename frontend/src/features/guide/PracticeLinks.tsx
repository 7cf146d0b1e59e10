import { IconArrowRight } from '@tabler/icons-react';

import type { PracticeLink } from '@/api/types';
import { usePractise } from '@/features/session/useStartSession';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './PracticeLinks.module.css';

/** What trains a page of the guide: a press begins it. */
export function PracticeLinks({ links }: { links: readonly PracticeLink[] }) {
  const { practise, isPending, error } = usePractise();
  if (links.length === 0) return null;
  return (
    <div className={styles.links}>
      <span className={styles.label}>Practise it:</span>
      {links.map((link) => (
        <button
          key={link.item_id}
          type="button"
          className={styles.link}
          disabled={isPending}
          onClick={() => practise(link.item_id)}
        >
          {link.title} <IconArrowRight size={15} aria-hidden="true" />
        </button>
      ))}
      <ErrorNote error={error} />
    </div>
  );
}
