import { percent, plural } from '@/lib/format';

import { standingOf } from './graph';
import type { PlacedNode } from './layout';
import styles from './MapTopic.module.css';

interface Props {
  node: PlacedNode;
  size: { width: number; height: number };
  onTopic: (topic: string) => void;
  onActive: (topic: string | null) => void;
}

/** A topic on the map: a press shows its questions. */
export function MapTopic({ node, size, onTopic, onActive }: Props) {
  const { topic, outside, x, y } = node;
  const standing = standingOf(topic);
  const place = { left: x, top: y, width: size.width, height: size.height };
  const about =
    standing === 'no-questions'
      ? 'no questions yet'
      : plural(topic.items.length, 'question') + (topic.mastery === null ? '' : ` · ${percent(topic.mastery)}`);
  return (
    <button
      type="button"
      className={styles.topic}
      style={place}
      data-standing={standing}
      data-outside={outside}
      disabled={standing === 'no-questions'}
      onClick={() => onTopic(topic.id)}
      onMouseEnter={() => onActive(topic.id)}
      onMouseLeave={() => onActive(null)}
      onFocus={() => onActive(topic.id)}
      onBlur={() => onActive(null)}
    >
      <span className={styles.title}>{topic.title}</span>
      <span className={styles.about}>{about}</span>
    </button>
  );
}
