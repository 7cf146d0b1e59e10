import { useEffect, useRef } from 'react';

import type { ProblemView, TopicView } from '@/api/types';

import { panelId, tabId } from './TabList';
import { AttemptsPane } from './task/AttemptsPane';
import { HintsPane } from './task/HintsPane';
import { SolutionPane } from './task/SolutionPane';
import { TaskPane } from './task/TaskPane';
import type { TabName } from './tabs';
import { Approach } from './work/Approach';
import { Part } from './task/Part';
import styles from './TaskPanel.module.css';

interface Props {
  tab: TabName;
  problem: ProblemView;
  topics: readonly TopicView[];
  source: string;
  onCopy: (source: string) => void;
  saveNow: () => Promise<void>;
}

/** What stands under the tabs. */
export function TaskPanel({ tab, problem, topics, source, onCopy, saveNow }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [tab]);
  if (tab === 'code') return null;
  return (
    // Whoever comes by keyboard can scroll what is read.
    <div ref={panel} role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)} tabIndex={0} className={styles.panel}>
      {tab === 'task' && (
        <>
          <TaskPane problem={problem} topics={topics} />
          {problem.narration !== null && (
            <div className={styles.approach}>
              <Part title="How you said you would go about it">
                <Approach attempt={problem.narration.attempt_id} over={problem.finished} />
              </Part>
            </div>
          )}
        </>
      )}
      {tab === 'hints' && <HintsPane problem={problem} />}
      {tab === 'attempts' && <AttemptsPane problem={problem} source={source} onCopy={onCopy} />}
      {tab === 'solution' && <SolutionPane problem={problem} source={source} saveNow={saveNow} />}
    </div>
  );
}
