import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';

import type { TopicMapView } from '@/api/types';

import { graphOf, STANDINGS } from './graph';
import { layOut } from './layout';
import { MapEdges } from './MapEdges';
import { MapTopic } from './MapTopic';
import styles from './TopicMap.module.css';
import { TopicTable } from './TopicTable';

interface Props {
  map: TopicMapView;
  area: string | undefined;
  onArea: (area: string) => void;
  onTopic: (topic: string) => void;
}

const NODE = { width: 214, height: 86 };

/** The area to begin with: the one with the most questions. */
function richest(map: TopicMapView): string {
  const counts = new Map<string, number>();
  for (const topic of map.topics) counts.set(topic.area, (counts.get(topic.area) ?? 0) + topic.items.length);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? '';
}

/** What builds on what, area by area, coloured by how well it is known. */
export default function TopicMap({ map, area, onArea, onTopic }: Props) {
  const shown = area ?? richest(map);
  const placed = useMemo(() => layOut(graphOf(map, shown), NODE), [map, shown]);
  const [active, setActive] = useState<string | null>(null);
  return (
    <div className={styles.map}>
      <div className={styles.tools}>
        <Select
          label="Area"
          className={styles.area}
          allowDeselect={false}
          data={map.areas.map(({ id, title }) => ({ value: id, label: title }))}
          value={shown}
          onChange={(next) => {
            if (next !== null) onArea(next);
          }}
        />
        <ul className={styles.legend} aria-label="Colours">
          {STANDINGS.map(({ is, says }) => (
            <li key={is} data-standing={is}>
              {says}
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.scroll}>
        <div className={styles.canvas} style={{ width: placed.width, height: placed.height }}>
          <MapEdges graph={placed} active={active} />
          {placed.nodes.map((node) => (
            <MapTopic key={node.topic.id} node={node} size={NODE} onTopic={onTopic} onActive={setActive} />
          ))}
        </div>
      </div>
      <TopicTable map={map} area={shown} onTopic={onTopic} />
    </div>
  );
}
