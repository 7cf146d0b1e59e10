import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { itemsQuery, topicsQuery } from '@/api/queries';
import type { Mode } from '@/api/types';
import { practiseItem, useStartSession } from '@/features/session/useStartSession';
import { ModePicker } from '@/features/rapid/ModePicker';
import { Empty } from '@/ui/Empty';
import { ErrorNote } from '@/ui/ErrorNote';
import { PageHeader } from '@/ui/PageHeader';

import { DeepCard } from './DeepCard';
import styles from './DeepPage.module.css';
import { weakestFirst } from './order';

/** Long answers: a headline of thirty seconds, then as deep as you are let. */
export function DeepPage() {
  const { data: items } = useSuspenseQuery(itemsQuery({ kind: ['deep'] }));
  const { data: map } = useSuspenseQuery(topicsQuery);
  const [mode, setMode] = useState<Mode>('pressure');
  const [openedAt] = useState(() => new Date());
  const start = useStartSession();
  const titles = new Map(map.topics.map((topic) => [topic.id, topic.title]));
  return (
    <>
      <PageHeader
        title="Deep-dive"
        lead="Three to five minutes on one subject. Give the headline in thirty seconds, ask whether to go deeper, then defend the why."
      />
      <div className={styles.mode}>
        <ModePicker mode={mode} onChange={setMode} />
      </div>
      <ErrorNote error={start.error} />
      {items.length === 0 ? (
        <Empty title="No long questions yet">
          <p>The installed packs have none. Rapid-fire has plenty.</p>
        </Empty>
      ) : (
        <ul className={styles.list}>
          {weakestFirst(items, openedAt).map((item, index) => (
            <li key={item.item_id}>
              <DeepCard
                item={item}
                topics={item.topics.map((topic) => titles.get(topic) ?? topic)}
                first={index === 0}
                busy={start.isPending}
                onStart={() => start.mutate({ ...practiseItem(item.item_id), mode })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
