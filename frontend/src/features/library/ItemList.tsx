import { IconFlask2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { ItemBrief, TopicMapView } from '@/api/types';
import { duration, percent, plural, relativeDay } from '@/lib/format';
import { itemParams, sayKind } from '@/lib/items';
import { levelNames } from '@/lib/levels';
import { Empty } from '@/ui/Empty';
import { Ring } from '@/ui/Ring';
import { scoreTone } from '@/ui/tone';

import styles from './ItemList.module.css';

interface Props {
  items: readonly ItemBrief[];
  map: TopicMapView;
}

/** Questions, one a line, with how they stand. */
export function ItemList({ items, map }: Props) {
  const titles = new Map(map.topics.map((topic) => [topic.id, topic.title]));
  if (items.length === 0) {
    return (
      <Empty title="No question fits">
        <p>Take a filter away, or try another word.</p>
      </Empty>
    );
  }
  return (
    <section aria-label="Questions">
      <p className={styles.count} role="status">
        {plural(items.length, 'question')}
      </p>
      <ul>
        {items.map((item) => (
          <li key={item.item_id}>
            <Link to="/library/$kind/$slug" params={itemParams(item.item_id)} className={styles.row}>
              <Standing item={item} />
              <span className={styles.words}>
                <span className={styles.title}>{item.title}</span>
                <span className={styles.meta}>
                  {[
                    sayKind(item.kind),
                    levelNames[item.level],
                    ...(item.seconds === null ? [] : [duration(item.seconds)]),
                    titles.get(item.topics[0] ?? ''),
                  ].join(' · ')}
                </span>
              </span>
              <span className={styles.due}>{sayDue(item)}</span>
              <span className={styles.proven}>
                {item.proven && (
                  <>
                    <IconFlask2 size={16} aria-hidden="true" /> proven
                  </>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayDue(item: ItemBrief): string {
  if (item.due === null) return 'new';
  const due = new Date(item.due);
  return due <= new Date() ? 'due' : `back ${relativeDay(due)}`;
}

function Standing({ item }: { item: ItemBrief }) {
  const score = item.last_score;
  if (score === null) return <Ring value={0} size={38} stroke={12} label="Not practised yet" />;
  const tone = scoreTone(score) === 'covered' ? 'covered' : 'pen';
  return <Ring value={score} size={38} stroke={12} tone={tone} label={`${percent(score)} last time`} />;
}
