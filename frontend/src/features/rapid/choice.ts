/** What a candidate chooses before a session, and how many questions that leaves. */

import { LEVELS } from '@/app/search';
import type { ItemBrief, Level, Mode, SessionRequest, TopicView } from '@/api/types';

export interface Choice {
  count: number;
  /** Areas and topics by id; none for all. */
  topics: string[];
  levels: Level[];
  mode: Mode;
  onlyDue: boolean;
}

export const DEFAULT_CHOICE: Choice = { count: 20, topics: [], levels: [], mode: 'pressure', onlyDue: false };

export const MOST = 100;

export function toRequest(choice: Choice): SessionRequest {
  const { count, topics, levels, mode, onlyDue } = choice;
  return { kind: 'rapid', count, topics, levels, mode, only_due: onlyDue, items: [] };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** The choice of last time, as far as it can still be read. */
export function readChoice(json: string | null): Choice {
  let raw: unknown;
  try {
    raw = JSON.parse(json ?? 'null');
  } catch {
    raw = null;
  }
  if (typeof raw !== 'object' || raw === null) return DEFAULT_CHOICE;
  const { count, topics, levels, mode, onlyDue } = raw as Record<string, unknown>;
  return {
    count: typeof count === 'number' ? clampCount(count) : DEFAULT_CHOICE.count,
    topics: isTexts(topics) ? topics : [],
    levels: isTexts(levels) ? LEVELS.filter((level) => levels.includes(level)) : [],
    mode: mode === 'relaxed' ? 'relaxed' : 'pressure',
    onlyDue: onlyDue === true,
  };
}

export const clampCount = (count: number): number => Math.min(MOST, Math.max(1, Math.round(count) || 1));

/** The items that the filters leave. */
export function matching(
  items: readonly ItemBrief[],
  topics: readonly TopicView[],
  choice: Choice,
  now: Date,
): ItemBrief[] {
  const areas = new Map(topics.map((topic) => [topic.id, topic.area]));
  const wanted = new Set(choice.topics);
  return items.filter((item) => {
    const fits = wanted.size === 0 || item.topics.some((topic) => wanted.has(topic) || wanted.has(areas.get(topic) ?? ''));
    const level = choice.levels.length === 0 || choice.levels.includes(item.level);
    const due = !choice.onlyDue || (item.due !== null && new Date(item.due) <= now);
    return fits && level && due;
  });
}

/** Seconds that so many of these questions take, by their allotted times. */
export function expectedSeconds(items: readonly ItemBrief[], count: number): number {
  if (items.length === 0) return 0;
  const total = items.reduce((sum, item) => sum + (item.seconds ?? 60), 0);
  return (total / items.length) * Math.min(count, items.length);
}
