import { IconBan } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { ProblemView, TopicView } from '@/api/types';
import { relativeDay } from '@/lib/format';
import { levelNames } from '@/lib/levels';
import { Prose } from '@/ui/prose/Prose';

import { sayRatio } from '../results/Ratio';
import { sayBan, sayLibrary, stateWords } from '../words';
import { Part } from './Part';
import styles from './TaskPane.module.css';

interface Props {
  problem: ProblemView;
  topics: readonly TopicView[];
}

/** What is to be written, and what may not be used for it. */
export function TaskPane({ problem, topics }: Props) {
  const { brief } = problem;
  const titles = new Map(topics.map((topic) => [topic.id, topic.title]));
  const facts = [levelNames[brief.level], `${brief.minutes} min`, brief.libraries.map(sayLibrary).join(', ')];
  if (brief.state !== 'new') facts.push(stateWords[brief.state]);
  if (brief.best_ratio !== null) facts.push(`best ${sayRatio(brief.best_ratio)} the reference’s time`);
  if (brief.due !== null) facts.push(`comes back ${relativeDay(new Date(brief.due))}`);
  return (
    <article className={styles.task}>
      <header className={styles.head}>
        <h1 className={styles.title}>{brief.title}</h1>
        <p className={styles.facts}>{facts.join(' · ')}</p>
        <ul className={styles.topics} aria-label="Topics">
          {brief.topics.map((topic) => (
            <li key={topic}>
              <Link to="/code" search={{ topic }}>
                {titles.get(topic) ?? topic}
              </Link>
            </li>
          ))}
        </ul>
      </header>
      {problem.bans.length > 0 && (
        <div className={styles.bans}>
          <span id="bans">You may not use</span>
          <ul aria-labelledby="bans">
            {problem.bans.map((ban) => (
              <li key={ban}>
                <IconBan size={14} aria-hidden="true" /> {sayBan(ban)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.statement}>
        <Prose text={problem.task} />
      </div>
      <Part title="Where people stumble">
        <Prose text={problem.traps} />
      </Part>
      {problem.prerequisites.length > 0 && (
        <Part title="Know before">
          <ul className={styles.topics}>
            {problem.prerequisites.map((topic) => (
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
