/** The part of the field that is drawn: the topics of an area, and what they need from elsewhere. */

import type { TopicMapView, TopicView } from '@/api/types';

export interface MapNode {
  topic: TopicView;
  /** Belongs to another area; shown because something here builds on it. */
  outside: boolean;
}

export interface MapEdge {
  from: string;
  to: string;
}

export interface MapGraph {
  nodes: MapNode[];
  edges: MapEdge[];
}

export function graphOf(map: TopicMapView, area: string): MapGraph {
  const byId = new Map(map.topics.map((topic) => [topic.id, topic]));
  const inside = map.topics.filter((topic) => topic.area === area);
  const nodes = new Map<string, MapNode>(inside.map((topic) => [topic.id, { topic, outside: false }]));
  const edges: MapEdge[] = [];
  for (const topic of inside) {
    for (const id of topic.prerequisites) {
      const needed = byId.get(id);
      if (needed === undefined) continue;
      if (!nodes.has(id)) nodes.set(id, { topic: needed, outside: true });
      edges.push({ from: id, to: topic.id });
    }
  }
  return { nodes: [...nodes.values()], edges };
}

export type Standing = 'no-questions' | 'new' | 'shaky' | 'growing' | 'solid';

export function standingOf(topic: TopicView): Standing {
  if (topic.items.length === 0) return 'no-questions';
  if (topic.mastery === null) return 'new';
  if (topic.mastery >= 0.75) return 'solid';
  return topic.mastery >= 0.4 ? 'growing' : 'shaky';
}

/** Best first; a topic without questions says so. */
export const STANDINGS: readonly { is: Standing; says: string }[] = [
  { is: 'solid', says: 'Solid' },
  { is: 'growing', says: 'Growing' },
  { is: 'shaky', says: 'Shaky' },
  { is: 'new', says: 'Not practised' },
  { is: 'no-questions', says: 'No questions yet' },
];
