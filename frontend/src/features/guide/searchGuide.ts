import type { GuidePage } from '@/api/types';

/** Pages that have every word, those with them in the title first. */
export function searchGuide(pages: readonly GuidePage[], query: string): GuidePage[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = (text: string) => words.filter((word) => text.toLowerCase().includes(word)).length;
  return pages
    .filter((page) => hits(`${page.title} ${page.question} ${page.answer}`) === words.length)
    .map((page) => ({ page, rank: hits(page.title) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ page }) => page);
}
