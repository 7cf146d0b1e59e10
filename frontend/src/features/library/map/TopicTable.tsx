import type { TopicMapView } from '@/api/types';
import { percent } from '@/lib/format';

import { standingOf, STANDINGS } from './graph';
import styles from './TopicTable.module.css';

interface Props {
  map: TopicMapView;
  area: string;
  onTopic: (topic: string) => void;
}

/** The map in words: each topic with what it needs. */
export function TopicTable({ map, area, onTopic }: Props) {
  const titles = new Map(map.topics.map((topic) => [topic.id, topic.title]));
  const says = new Map(STANDINGS.map((standing) => [standing.is, standing.says]));
  return (
    <details className={styles.details}>
      <summary>The same as a list</summary>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">Builds on</th>
              <th scope="col">Questions</th>
              <th scope="col">Standing</th>
            </tr>
          </thead>
          <tbody>
            {map.topics
              .filter((topic) => topic.area === area)
              .map((topic) => (
                <tr key={topic.id}>
                  <th scope="row">
                    {topic.items.length === 0 ? (
                      topic.title
                    ) : (
                      <button type="button" className={styles.link} onClick={() => onTopic(topic.id)}>
                        {topic.title}
                      </button>
                    )}
                  </th>
                  <td>{topic.prerequisites.map((id) => titles.get(id) ?? id).join('; ') || 'nothing'}</td>
                  <td>{topic.items.length}</td>
                  <td>
                    {says.get(standingOf(topic))}
                    {topic.mastery !== null && ` (${percent(topic.mastery)})`}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
