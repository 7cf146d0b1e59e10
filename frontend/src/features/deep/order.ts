import type { ItemBrief } from '@/api/types';

/** What helps most comes first: due, then new, then the weakest. */
export function weakestFirst(items: readonly ItemBrief[], now: Date): ItemBrief[] {
  const rank = (item: ItemBrief): number => {
    if (item.due === null) return 1;
    return new Date(item.due) <= now ? 0 : 2;
  };
  return [...items].sort((a, b) => rank(a) - rank(b) || (a.last_score ?? 0) - (b.last_score ?? 0));
}
