import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { itemsQuery, topicsQuery } from '@/api/queries';
import { useStartSession } from '@/features/session/useStartSession';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { duration, plural } from '@/lib/format';
import { recall, remember } from '@/lib/storage';
import { ErrorNote } from '@/ui/ErrorNote';
import { PageHeader } from '@/ui/PageHeader';

import { expectedSeconds, matching, readChoice, toRequest, type Choice } from './choice';
import { ChoiceForm } from './ChoiceForm';
import styles from './RapidPage.module.css';

const MEMORY = 'evalmode-rapid';
const route = getRouteApi('/rapid');

/** What to be asked, how much of it, and whether the clock decides. */
export function RapidPage() {
  const { topic } = route.useSearch();
  const { data: map } = useSuspenseQuery(topicsQuery);
  const { data: items } = useSuspenseQuery(itemsQuery({ kind: ['rapid'] }));
  const [choice, setChoice] = useState<Choice>(() => {
    const last = readChoice(recall(MEMORY));
    return topic === undefined ? last : { ...last, topics: [topic], levels: [], onlyDue: false };
  });
  const [openedAt] = useState(() => new Date());
  const start = useStartSession();

  const fitting = matching(items, map.topics, choice, openedAt);
  const count = Math.min(choice.count, fitting.length);
  const begin = () => {
    if (count === 0 || start.isPending) return;
    remember(MEMORY, JSON.stringify(choice));
    start.mutate(toRequest(choice));
  };
  useShortcut('enter', 'Start', begin, { enabled: count > 0 });

  return (
    <>
      <PageHeader title="Rapid-fire" lead="Thirty to sixty seconds a question, as in a phone screen. Say the essential things, in any order, in your own words." />
      <div className={styles.sides}>
        <ChoiceForm choice={choice} onChange={setChoice} map={map} items={items} />
        <aside className={styles.ticket} aria-label="Your session">
          <p className={styles.count}>
            <span className={styles.number}>{count}</span>
            {plural(count, 'question').replace(/^\d+ /, '')}
          </p>
          <p className={styles.about}>
            {count === 0
              ? 'Nothing fits. Choose more topics or levels.'
              : `About ${duration(Math.ceil(expectedSeconds(fitting, count) / 60) * 60)}, out of ${fitting.length} that fit.`}
          </p>
          <Button size="lg" variant="filled" fullWidth disabled={count === 0} loading={start.isPending} onClick={begin} rightSection={<Keys chord="enter" onPen />}>
            Start
          </Button>
          <ErrorNote error={start.error} />
        </aside>
      </div>
    </>
  );
}
