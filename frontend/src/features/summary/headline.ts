import type { SessionSummary } from '@/api/types';

/** One honest line over a session. */
export function headline({ answered, score }: Pick<SessionSummary, 'answered' | 'score'>): string {
  if (answered === 0) return 'Another time.';
  if (score >= 0.85) return 'Interview-ready.';
  if (score >= 0.65) return 'Solid, with gaps.';
  if (score >= 0.4) return 'Half of it is there.';
  return 'Now you know where to dig.';
}
