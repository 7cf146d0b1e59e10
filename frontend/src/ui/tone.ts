/** The colour of a score: the thresholds are those at which it comes back soon, in a while, or late. */
export function scoreTone(score: number): 'covered' | 'partial' | 'contradicted' {
  if (score >= 0.75) return 'covered';
  return score >= 0.4 ? 'partial' : 'contradicted';
}
