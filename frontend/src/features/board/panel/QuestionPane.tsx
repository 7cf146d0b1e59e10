import { Link } from '@tanstack/react-router';

import type { ArchitectureView, TopicView } from '@/api/types';
import { percent, relativeDay } from '@/lib/format';
import { levelNames } from '@/lib/levels';
import { Prose } from '@/ui/prose/Prose';
import { Part } from '@/features/code/task/Part';

import { stateWords } from '../words';
import styles from './Panes.module.css';

/** What the interviewer says, and how to go about it. */
export function QuestionPane({ view, topics }: { view: ArchitectureView; topics: readonly TopicView[] }) {
  const { brief } = view;
  const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
  const facts = [levelNames[brief.level], `${brief.minutes} min`];
  if (brief.state !== 'new') facts.push(stateWords[brief.state]);
  if (brief.best_score !== null) facts.push(`best ${percent(brief.best_score)}`);
  if (brief.due !== null) facts.push(`comes back ${relativeDay(new Date(brief.due))}`);
  return (
    <article className={styles.pane}>
      <header>
        <h1 className={styles.title}>{brief.title}</h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </header>
      <Prose text={view.question} />
      <Part title="Say while you draw">
        <ul className={styles.steps}>
          <li>Boxes first, one for each operation, in the direction of the data.</li>
          <li>Then arrows, each with the shape of what runs along it.</li>
          <li>Skips curved, ending in a +. One colour for each kind of box.</li>
          <li>The key equation beside its box.</li>
        </ul>
      </Part>
      {view.prerequisites.length > 0 && (
        <Part title="Know before">
          <ul className={styles.topics}>
            {view.prerequisites.map((topic) => (
              <li key={topic}>
                <Link to="/library" search={{ topic }}>
                  {titles.get(topic) ?? topic}
                </Link>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </article>
  );
}
