import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';

import { resetProblem } from '@/api/code';
import type { ProblemView, TopicView } from '@/api/types';
import { forgetLocally } from '@/features/session/localDraft';
import { useShortcut } from '@/keyboard/useShortcut';

import type { EditorHandle } from './editor/CodeEditor';
import { JudgeNotice } from './JudgeNotice';
import { readFrames } from './results/traceback';
import { Splitter, useSplit } from './Splitter';
import { panelId, tabId, TabList } from './TabList';
import { ResetDialog } from './task/ResetDialog';
import { TaskPanel } from './TaskPanel';
import { tabsOf, type TabName } from './tabs';
import styles from './Workbench.module.css';
import { CodePane } from './work/CodePane';
import { Narration } from './work/Narration';
import { sayOutcome } from './work/ResultDock';
import { SourceConflict } from './work/SourceConflict';
import { judgementOf, useJudging, type Outcome } from './work/useJudging';
import { useSource } from './work/useSource';
import { useWorkTime } from './work/useWorkTime';

interface Props {
  problem: ProblemView;
  topics: readonly TopicView[];
  /** The problem was begun anew. */
  onReset: () => void;
}

/** Narrower than this, the statement and the editor are tabs of one pane. */
const NARROW = '(max-width: 64rem)';

/** The problem on the left, the code on the right. */
export function Workbench({ problem, topics, onReset }: Props) {
  const { id, item_id } = problem.brief;
  const narrow = useMediaQuery(NARROW, undefined, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<TabName>('task');
  const [narrating, setNarrating] = useState(problem.narration === null && problem.tries === 0 && problem.draft_saved_at === null && !problem.finished);
  const [narrated, setNarrated] = useState(false);
  const [resetting, setResetting] = useState(false);
  const [said, setSaid] = useState('');
  const editor = useRef<EditorHandle>(null);
  const split = useSplit('task', 42);
  const writing = useSource(problem);
  const time = useWorkTime(id, !problem.finished);

  const onOutcome = (outcome: Outcome) => {
    const judgement = judgementOf(outcome);
    const failing = judgement?.checks.find((check) => check.traceback !== '')?.traceback ?? judgement?.traceback ?? '';
    editor.current?.blame(readFrames(failing).map((frame) => frame.line));
    setSaid(sayOutcome(outcome));
    if (outcome.of === 'attempt' && judgement?.verdict === 'accepted') time.clock.pause();
  };
  const judging = useJudging(id, onOutcome);
  const { keeper } = writing;
  const run = () => {
    setSaid('Running the examples.');
    judging.run(keeper.read().text);
  };
  const submit = () => {
    setSaid('Judging.');
    judging.submit(keeper.read().text, time.seconds());
  };
  useShortcut('mod+enter', 'Submit', submit, { enabled: !narrating });
  useShortcut('shift+enter', 'Run the examples', run, { enabled: !narrating });
  useShortcut('alt+h', 'Hints', () => setTab('hints'));

  // A tab that is only there on narrow pages.
  const active = !narrow && tab === 'code' ? 'task' : tab;
  const goToLine = (line: number) => {
    if (narrow) setTab('code');
    editor.current?.jumpTo(line);
  };
  const copyBack = (source: string) => {
    writing.setText(source);
    if (narrow) setTab('code');
    setSaid('Copied into the editor. Undo brings back what stood there.');
  };
  const hideCode = narrow && active !== 'code';
  return (
    <div className={styles.bench}>
      <title>{`${problem.brief.title} · evalmode`}</title>
      <JudgeNotice />
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className={styles.panes} style={split.style}>
        <div className={styles.left} data-code={active === 'code'}>
          <TabList label="Problem" tabs={tabsOf(problem, narrow)} active={active} onChange={setTab} />
          <TaskPanel tab={active} problem={problem} topics={topics} source={writing.text} onCopy={copyBack} saveNow={keeper.tick} />
        </div>
        <div className={styles.splitter}>
          <Splitter split={split} bar="vertical" label="Room for the problem, beside the code" />
        </div>
        <section
          className={styles.right}
          id={narrow ? panelId('code') : undefined}
          role={narrow ? 'tabpanel' : undefined}
          aria-labelledby={narrow ? tabId('code') : undefined}
          aria-label={narrow ? undefined : 'Your solution'}
          hidden={hideCode}
        >
          {narrating ? (
            <Narration
              problem={problem}
              onDone={() => {
                setNarrating(false);
                setNarrated(true);
              }}
            />
          ) : (
            <CodePane
              problem={problem}
              writing={writing}
              time={time}
              judging={judging}
              editor={editor}
              focused={narrated}
              onRun={run}
              onSubmit={submit}
              onLine={goToLine}
              onNarrate={() => setNarrating(true)}
              onReset={() => setResetting(true)}
              onSolution={() => setTab('solution')}
            />
          )}
        </section>
      </div>
      <SourceConflict writing={writing} />
      {resetting && (
        <ResetDialog
          what="this problem"
          reset={async (history) => {
            await keeper.close();
            await resetProblem(id, history);
            forgetLocally(item_id);
            time.clear();
          }}
          onDone={onReset}
          onClose={() => {
            keeper.reopen();
            setResetting(false);
          }}
        />
      )}
    </div>
  );
}
