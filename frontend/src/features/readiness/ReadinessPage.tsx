import { useSuspenseQuery } from '@tanstack/react-query';

import { readinessQuery } from '@/api/queries';
import { usePractise } from '@/features/session/useStartSession';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';
import { PageHeader } from '@/ui/PageHeader';
import { Ring } from '@/ui/Ring';
import { Button } from '@mantine/core';

import { ReadinessRow } from './ReadinessRow';
import styles from './ReadinessPage.module.css';

/** The final checklist: ticked by what you answered, never by a click. */
export function ReadinessPage() {
  const { data: readiness } = useSuspenseQuery(readinessQuery);
  const { practise, isPending, error } = usePractise();
  const weakest = readiness.items.find((item) => item.id === readiness.weakest);
  const next = weakest?.next_item ?? null;
  useShortcut('enter', 'Practise where an hour helps most', () => practise(next ?? ''), { enabled: next !== null });
  return (
    <>
      <PageHeader title={`${readiness.ready} of ${readiness.items.length} ready`} tab="Readiness" lead="Nobody ticks this list by hand. An item is ready when answers that were good enough, recent enough and still remembered say so.">
        <Ring value={readiness.ready / Math.max(1, readiness.items.length)} size={120} segments={readiness.items.length} />
      </PageHeader>
      {weakest !== undefined && next !== null && (
        <section className={styles.weakest} aria-label="Where an hour helps most">
          <div>
            <p className={styles.label}>An hour helps most here</p>
            <h2>{weakest.title}</h2>
            <p className={styles.says}>{weakest.says}</p>
          </div>
          <Button size="md" variant="filled" loading={isPending} onClick={() => practise(next)} rightSection={<Keys chord="enter" onPen />}>
            Practise it
          </Button>
        </section>
      )}
      <ErrorNote error={error} />
      <ol className={styles.list}>
        {readiness.items.map((item) => (
          <li key={item.id}>
            <ReadinessRow item={item} busy={isPending} onPractise={practise} />
          </li>
        ))}
      </ol>
    </>
  );
}
