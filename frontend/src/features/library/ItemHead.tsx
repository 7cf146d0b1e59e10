import { Link } from '@tanstack/react-router';

import type { ItemView, TopicView } from '@/api/types';
import { duration, percent, relativeDay } from '@/lib/format';
import { sayKind } from '@/lib/items';
import { levelNames } from '@/lib/levels';
import { Prose } from '@/ui/prose/Prose';

import styles from './ItemHead.module.css';

interface Props {
  item: ItemView;
  topics: readonly TopicView[];
}

/** The question, where it belongs, and how it stands. */
export function ItemHead({ item, topics }: Props) {
  const { brief } = item;
  const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
  const facts = [sayKind(brief.kind), levelNames[brief.level]];
  if (brief.seconds !== null) facts.push(duration(brief.seconds));
  if (brief.last_score !== null) facts.push(`${percent(brief.last_score)} last time`);
  if (brief.due !== null) facts.push(`comes back ${relativeDay(new Date(brief.due))}`);
  return (
    <header className={styles.head}>
      <title>{`${brief.title} · evalmode`}</title>
      <h1 className={styles.title}>{brief.title}</h1>
      <div className={styles.question}>
        <Prose text={item.question} size="question" />
      </div>
      <p className={styles.facts}>{facts.join(' · ')}</p>
      <ul className={styles.topics} aria-label="Topics">
        {brief.topics.map((topic) => (
          <li key={topic}>
            <Link to="/library" search={{ topic }}>
              {titles.get(topic) ?? topic}
            </Link>
          </li>
        ))}
      </ul>
    </header>
  );
}
