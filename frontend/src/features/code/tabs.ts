import type { ProblemView } from '@/api/types';

import type { Tab } from './TabList';

export type TabName = 'task' | 'code' | 'hints' | 'attempts' | 'solution';

/** The tabs of a problem; on a narrow page the code is one of them. */
export function tabsOf(problem: ProblemView, narrow: boolean): Tab<TabName>[] {
  return [
    { id: 'task', label: 'Problem' },
    ...(narrow ? [{ id: 'code', label: 'Code' } as const] : []),
    { id: 'hints', label: 'Hints', note: `${problem.hints.length}/${problem.hints_total}` },
    { id: 'attempts', label: 'Attempts', note: problem.brief.attempts > 0 ? String(problem.brief.attempts) : undefined },
    { id: 'solution', label: 'Solution' },
  ];
}
