import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { itemQuery, topicsQuery } from '@/api/queries';
import { practiseItem, useStartSession } from '@/features/session/useStartSession';
import { FollowUps } from '@/features/study/FollowUps';
import { Neighbours } from '@/features/study/Neighbours';
import { Proofs } from '@/features/study/Proofs';
import { Section } from '@/features/study/Section';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';
import { Prose } from '@/ui/prose/Prose';

import { History } from './History';
import { ItemHead } from './ItemHead';
import styles from './ItemPage.module.css';
import { KeyPoints } from './KeyPoints';
import { Phrasings } from './Phrasings';

const route = getRouteApi('/library/$kind/$slug');

/** Everything about a question; before the first try its answer stays covered until asked for. */
export function ItemPage() {
  const { kind, slug } = route.useParams();
  const { data: item } = useSuspenseQuery(itemQuery(kind, slug));
  const { data: map } = useSuspenseQuery(topicsQuery);
  const { brief } = item;
  const [looked, setLooked] = useState(false);
  const open = looked || brief.attempts > 0;
  const start = useStartSession();
  const practise = () => {
    if (!start.isPending) start.mutate(practiseItem(brief.item_id));
  };
  useShortcut('enter', 'Practise this question', practise);
  useShortcut('a', 'Show the answer', () => setLooked(true), { enabled: !open });

  return (
    <article className={styles.page}>
      <ItemHead item={item} topics={map.topics} />
      <div className={styles.actions}>
        <Button size="md" variant="filled" loading={start.isPending} onClick={practise} rightSection={<Keys chord="enter" onPen />}>
          Practise it
        </Button>
        {!open && (
          <Button size="md" onClick={() => setLooked(true)} rightSection={<Keys chord="a" />}>
            Show the answer
          </Button>
        )}
        <ErrorNote error={start.error} />
      </div>
      {open && (
        <div className={styles.study}>
          {item.headline !== null && (
            <Section title="The headline">
              <Prose text={item.headline} />
            </Section>
          )}
          <Section title="A strong answer">
            <Prose text={item.answer} />
          </Section>
          <Section title="Why it matters">
            <Prose text={item.why} />
          </Section>
          <KeyPoints points={item.points} />
          <Phrasings itemId={brief.item_id} />
          <FollowUps followUps={item.follow_ups} />
          <Proofs itemId={brief.item_id} proofs={item.proofs} points={item.points} />
          <Neighbours links={item.links} sources={item.sources} />
          <History attempts={item.history} />
        </div>
      )}
    </article>
  );
}
