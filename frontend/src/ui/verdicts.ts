import type { Verdict } from '@/api/types';

/** What the verdicts are called on the page. */
export const verdictWords: Record<Verdict, string> = {
  covered: 'Covered',
  partial: 'Partly',
  missing: 'Missing',
  contradicted: 'Contradicted',
  unsure: 'Unsure',
};

/** Best first. */
export const VERDICTS: readonly Verdict[] = ['covered', 'partial', 'unsure', 'missing', 'contradicted'];
