import { Button } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { architecturesQuery, resetAllArchitectures } from '@/api/board';
import { topicsQuery } from '@/api/queries';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { levelNames } from '@/lib/levels';
import { Empty } from '@/ui/Empty';
import { PageHeader } from '@/ui/PageHeader';
import { Ring } from '@/ui/Ring';

import { ResetDrawing } from '../work/ResetDrawing';
import { ArchitectureCard } from './ArchitectureCard';
import { isDue, nextArchitecture } from './architectures';
import styles from './BoardPage.module.css';

/** Every architecture to draw, and how far one got with each. */
export function BoardPage() {
  const { data: all } = useSuspenseQuery(architecturesQuery);
  const { data: map } = useSuspenseQuery(topicsQuery);
  const go = useNavigate();
  const [now] = useState(() => new Date());
  const next = nextArchitecture(all, now);
  const drawn = all.filter((one) => one.state === 'passed').length;
  const titles = new Map(map.topics.map((topic) => [topic.id, topic.title]));
  useShortcut('enter', 'Draw the next one', () => void go({ to: '/board/$architecture', params: { architecture: next?.id ?? '' } }), { enabled: next !== null });
  return (
    <>
      <PageHeader title="Whiteboard" lead="Draw it from memory, as on the whiteboard of an interview. Your drawing is read, its shapes are checked, and what is missing is shown where it is missing.">
        <Ring value={drawn / Math.max(1, all.length)} size={96} tone="covered" label={`${drawn} of ${all.length} drawn`}>
          <span className={styles.drawn} aria-hidden="true">
            {drawn}
            <small>of {all.length}</small>
          </span>
        </Ring>
      </PageHeader>
      <div className={styles.page}>
        {next !== null && (
          <section className={styles.next} aria-label="Next">
            <div>
              <p className={styles.label}>{isDue(next, now) ? 'Comes back today' : next.state === 'started' ? 'Go on with' : 'Next'}</p>
              <h2>{next.title}</h2>
              <p className={styles.about}>
                {levelNames[next.level]} · {next.minutes} min · {titles.get(next.topics[0] ?? '') ?? ''}
              </p>
            </div>
            <Button size="md" variant="filled" rightSection={<Keys chord="enter" onPen />} renderRoot={(props) => <Link to="/board/$architecture" params={{ architecture: next.id }} {...props} />}>
              Draw it
            </Button>
          </section>
        )}
        {all.length === 0 && (
          <Empty title="Nothing to draw yet">
            <p>The installed packs have no architectures.</p>
          </Empty>
        )}
        <h2 className="visually-hidden">Architectures</h2>
        <ul className={styles.grid}>
          {all.map((one) => (
            <li key={one.id}>
              <ArchitectureCard architecture={one} topic={titles.get(one.topics[0] ?? '') ?? ''} now={now} />
            </li>
          ))}
        </ul>
        {all.length > 0 && <ResetAll />}
      </div>
    </>
  );
}

function ResetAll() {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <div className={styles.reset}>
      <Button size="sm" variant="subtle" onClick={() => setAsking(true)}>
        Begin all drawings anew…
      </Button>
      <p role="status">{done && 'Every drawing begins anew.'}</p>
      {asking && (
        <ResetDrawing
          what="all drawings"
          reset={resetAllArchitectures}
          onDone={() => {
            setAsking(false);
            setDone(true);
            void client.invalidateQueries();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
