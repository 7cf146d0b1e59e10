import type { ArchitectureBrief, ProblemState } from '@/api/types';

export const isDue = (one: ArchitectureBrief, now: Date): boolean => one.due !== null && new Date(one.due) <= now;

const ORDER: readonly ProblemState[] = ['started', 'new', 'given_up', 'passed'];

/** The one to go on with: what comes back, then what was begun last, then the first that was never drawn. */
export function nextArchitecture(all: readonly ArchitectureBrief[], now: Date): ArchitectureBrief | null {
  const due = all.filter((one) => isDue(one, now)).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const rest = all
    .filter((one) => one.state === 'started' || one.state === 'new')
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.last_attempt_at ?? '').localeCompare(a.last_attempt_at ?? ''));
  return due[0] ?? rest[0] ?? null;
}
