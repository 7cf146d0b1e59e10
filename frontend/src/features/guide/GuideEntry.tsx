import { useEffect, useRef } from 'react';

import type { GuidePage } from '@/api/types';
import { InlineProse, Prose } from '@/ui/prose/Prose';
import { Reveal } from '@/ui/Reveal';

import styles from './GuideEntry.module.css';
import { PracticeLinks } from './PracticeLinks';

interface Props {
  page: GuidePage;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** One page of the guide: its question, and on a press its answer and what trains it. */
export function GuideEntry({ page, open, onToggle }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const openedAtFirst = useRef(open);
  useEffect(() => {
    if (openedAtFirst.current) place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={place} id={page.id} className={styles.entry}>
      <Reveal
        open={open}
        onToggle={onToggle}
        title={
          <>
            <span className={styles.title}>{page.title}</span>
            <span className={styles.question}>
              <InlineProse text={page.question} />
            </span>
          </>
        }
      >
        <Prose text={page.answer} />
        <PracticeLinks links={page.practice} />
      </Reveal>
    </div>
  );
}
