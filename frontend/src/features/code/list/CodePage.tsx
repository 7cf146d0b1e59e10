import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { problemsQuery } from '@/api/code';
import { topicsQuery } from '@/api/queries';
import type { CodeSearch } from '@/app/search';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { plural } from '@/lib/format';
import { levelNames } from '@/lib/levels';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';
import { Ring } from '@/ui/Ring';

import { JudgeNotice } from '../JudgeNotice';
import styles from './CodePage.module.css';
import { ProblemFilters } from './ProblemFilters';
import { ProblemRow } from './ProblemRow';
import { filterProblems, groupByArea, isDue, nextProblem } from './problems';
import { ResetAll } from './ResetAll';

const route = getRouteApi('/code');

/** Every coding problem, and how far one got with each. */
export function CodePage() {
  const search = route.useSearch();
  const filter = route.useNavigate();
  const go = useNavigate();
  const { data: problems } = useSuspenseQuery(problemsQuery);
  const { data: map } = useSuspenseQuery(topicsQuery);
  const [now] = useState(() => new Date());
  const next = nextProblem(problems, now);
  const solved = problems.filter((problem) => problem.state === 'passed').length;
  const shown = filterProblems(problems, map, search, now);
  const titles = new Map(map.topics.map((topic) => [topic.id, topic.title]));
  useShortcut('enter', 'Open the next problem', () => void go({ to: '/code/$problem', params: { problem: next?.id ?? '' } }), { enabled: next !== null });

  const set = (part: { [K in keyof CodeSearch]?: CodeSearch[K] | undefined }) =>
    void filter({
      search: (last) => Object.fromEntries(Object.entries({ ...last, ...part }).filter(([, value]) => value !== undefined && value !== '')),
      replace: true,
      resetScroll: false,
    });

  return (
    <>
      <PageHeader title="Coding" lead="Real PyTorch, from scratch, judged against checks that are themselves tested. Say your approach, write it, and see exactly where it breaks.">
        <Ring value={solved / Math.max(1, problems.length)} size={96} tone="covered" label={`${solved} of ${problems.length} solved`}>
          <span className={styles.solved} aria-hidden="true">
            {solved}
            <small>of {problems.length}</small>
          </span>
        </Ring>
      </PageHeader>
      <div className={styles.page}>
        <JudgeNotice />
        {next !== null && (
          <section className={styles.next} aria-label="Next">
            <div>
              <p className={styles.label}>{isDue(next, now) ? 'Comes back today' : next.state === 'started' ? 'Go on with' : 'Next'}</p>
              <h2>{next.title}</h2>
              <p className={styles.about}>
                {levelNames[next.level]} · {next.minutes} min · {titles.get(next.topics[0] ?? '') ?? ''}
              </p>
            </div>
            <Button size="md" variant="filled" rightSection={<Keys chord="enter" onPen />} renderRoot={(props) => <Link to="/code/$problem" params={{ problem: next.id }} {...props} />}>
              Open it
            </Button>
          </section>
        )}
        <ProblemFilters search={search} map={map} problems={problems} onChange={set} />
        <p className={styles.count} role="status">
          {plural(shown.length, 'problem')}
        </p>
        {shown.length === 0 && (
          <Empty title={problems.length === 0 ? 'No coding problems yet' : 'No problem fits'}>
            <p>{problems.length === 0 ? 'The installed packs have none.' : 'Take a filter away, or try another word.'}</p>
          </Empty>
        )}
        {groupByArea(shown, map).map((group) => (
          <section key={group.id} aria-labelledby={`area-${group.id}`}>
            <h2 id={`area-${group.id}`} className={styles.area}>
              {group.title}
              <span className={styles.share}>
                {group.problems.filter((problem) => problem.state === 'passed').length}/{group.problems.length}
                <span className="visually-hidden"> solved</span>
              </span>
            </h2>
            <ul>
              {group.problems.map((problem) => (
                <li key={problem.id}>
                  <ProblemRow problem={problem} topic={titles.get(problem.topics[0] ?? '') ?? ''} now={now} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <ResetAll />
      </div>
    </>
  );
}
