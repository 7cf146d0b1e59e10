import { Button } from '@mantine/core';

import type { ItemBrief } from '@/api/types';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { duration, percent, relativeDay } from '@/lib/format';

import { levelNames } from '@/lib/levels';

import styles from './DeepCard.module.css';

interface Props {
  item: ItemBrief;
  topics: readonly string[];
  /** The one that Enter starts. */
  first: boolean;
  busy: boolean;
  onStart: () => void;
}

function standing(item: ItemBrief): string {
  if (item.last_score === null) return 'New';
  const back = item.due === null ? '' : `, back ${relativeDay(new Date(item.due))}`;
  return `${percent(item.last_score)} last time${back}`;
}

/** One long question, without giving it away. */
export function DeepCard({ item, topics, first, busy, onStart }: Props) {
  useShortcut('enter', `Start: ${item.title}`, onStart, { enabled: first && !busy });
  return (
    <article className={styles.card}>
      <div>
        <h2 className={styles.title}>{item.title}</h2>
        <p className={styles.meta}>
          {duration(item.seconds ?? 240)} · {levelNames[item.level].toLowerCase()} · {topics.slice(0, 2).join(', ')}
        </p>
      </div>
      <p className={styles.standing}>{standing(item)}</p>
      <Button
        variant={first ? 'filled' : 'default'}
        disabled={busy}
        onClick={onStart}
        aria-label={`Start: ${item.title}`}
        rightSection={first ? <Keys chord="enter" onPen /> : undefined}
      >
        Start
      </Button>
    </article>
  );
}
