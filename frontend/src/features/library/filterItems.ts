import type { ItemBrief, TopicView } from '@/api/types';
import type { LibrarySearch } from '@/app/search';

/** What kind, level, topic and area leave of the items; the words were looked for by the server. */
export function filterItems(
  items: readonly ItemBrief[],
  topics: readonly TopicView[],
  search: Partial<LibrarySearch>,
): ItemBrief[] {
  const areas = new Map(topics.map((topic) => [topic.id, topic.area]));
  return items.filter(
    (item) =>
      item.kind !== 'guide' &&
      (search.kind === undefined || item.kind === search.kind) &&
      (search.level === undefined || item.level === search.level) &&
      (search.topic === undefined || item.topics.includes(search.topic)) &&
      (search.area === undefined || item.topics.some((topic) => areas.get(topic) === search.area)),
  );
}
