import type { ProblemBrief, ProblemState, TopicMapView } from '@/api/types';
import type { CodeSearch } from '@/app/search';

export interface Group {
  id: string;
  title: string;
  problems: ProblemBrief[];
}

const LEVEL_ORDER = ['screen', 'core', 'senior'];

export const isDue = (problem: ProblemBrief, now: Date): boolean => problem.due !== null && new Date(problem.due) <= now;

/** What the filters leave. Words are looked for in titles, names and topics; all of them must be found. */
export function filterProblems(
  problems: readonly ProblemBrief[],
  map: TopicMapView,
  search: Partial<CodeSearch>,
  now: Date,
): ProblemBrief[] {
  const topics = new Map(map.topics.map((topic) => [topic.id, topic]));
  const words = (search.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return problems.filter((problem) => {
    const about = [problem.title, problem.id, ...problem.topics.map((id) => topics.get(id)?.title ?? id)].join(' ').toLowerCase();
    return (
      words.every((word) => about.includes(word)) &&
      (search.level === undefined || problem.level === search.level) &&
      (search.topic === undefined || problem.topics.includes(search.topic)) &&
      (search.area === undefined || problem.topics.some((id) => topics.get(id)?.area === search.area)) &&
      (search.state === undefined || (search.state === 'due' ? isDue(problem, now) : problem.state === search.state))
    );
  });
}

/** Problems by the area of their first topic, in the map's order of areas; within one, the easier before the harder. */
export function groupByArea(problems: readonly ProblemBrief[], map: TopicMapView): Group[] {
  const areaOf = new Map(map.topics.map((topic) => [topic.id, topic.area]));
  const groups = map.areas.map((area) => ({ id: area.id, title: area.title, problems: [] as ProblemBrief[] }));
  const rest: Group = { id: 'else', title: 'Other', problems: [] };
  for (const problem of problems) {
    const area = areaOf.get(problem.topics[0] ?? '');
    (groups.find((group) => group.id === area) ?? rest).problems.push(problem);
  }
  for (const group of groups) {
    group.problems.sort((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || a.minutes - b.minutes);
  }
  return [...groups, rest].filter((group) => group.problems.length > 0);
}

const ORDER: readonly ProblemState[] = ['started', 'new', 'given_up', 'passed'];

/** The one to go on with: what comes back, then what was begun last, then the easiest that was never seen. */
export function nextProblem(problems: readonly ProblemBrief[], now: Date): ProblemBrief | null {
  const due = problems.filter((problem) => isDue(problem, now)).sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''));
  const rest = problems
    .filter((problem) => problem.state === 'started' || problem.state === 'new')
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        (b.last_attempt_at ?? '').localeCompare(a.last_attempt_at ?? '') ||
        Number(a.checklist.length === 0) - Number(b.checklist.length === 0) ||
        LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) ||
        a.minutes - b.minutes,
    );
  return due[0] ?? rest[0] ?? null;
}
