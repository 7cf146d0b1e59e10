import type { ArchitectureBrief, ProblemState } from '@/api/types';

export const isDue = (one: ArchitectureBrief, now: Date): boolean => one.due !== null && new Date(one.due) <= now;

const ORDER: readonly ProblemState[] = ['started', 'new', 'given_up', 'passed'];

const LEVEL_ORDER = ['screen', 'core', 'senior'];

/** What the checklist asks for comes first, and then what is drawn sooner. */
const easier = (a: ArchitectureBrief, b: ArchitectureBrief): number =>
  Number(a.checklist.length === 0) - Number(b.checklist.length === 0) ||
  LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) ||
  a.minutes - b.minutes;

/** The one to go on with: what comes back, then what was begun last, then the easiest that was never drawn. */
export function nextArchitecture(all: readonly ArchitectureBrief[], now: Date): ArchitectureBrief | null {
  const due = all.filter((one) => isDue(one, now)).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const rest = all
    .filter((one) => one.state === 'started' || one.state === 'new')
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.last_attempt_at ?? '').localeCompare(a.last_attempt_at ?? '') || easier(a, b));
  return due[0] ?? rest[0] ?? null;
}
