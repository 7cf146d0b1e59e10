import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconPlayerPlay, IconRestore, IconSpeakerphone } from '@tabler/icons-react';
import { Suspense, lazy, type Ref } from 'react';

import { Pending } from '@/app/shell/Pending';
import { SavedMark } from '@/features/session/SavedMark';
import { Keys } from '@/keyboard/Keys';
import { ErrorNote } from '@/ui/ErrorNote';

import type { ProblemView } from '@/api/types';

import type { EditorHandle } from '../editor/CodeEditor';
import { Splitter, useSplit } from '../Splitter';
import styles from './CodePane.module.css';
import { InterviewClock } from './InterviewClock';
import { ResultDock } from './ResultDock';
import type { Judging } from './useJudging';
import type { Writing } from './useSource';
import type { WorkTime } from './useWorkTime';

const CodeEditor = lazy(() => import('../editor/CodeEditor'));

interface Props {
  problem: ProblemView;
  writing: Writing;
  time: WorkTime;
  judging: Judging;
  editor: Ref<EditorHandle>;
  /** The editor takes the focus when it appears. */
  focused: boolean;
  onRun: () => void;
  onSubmit: () => void;
  onNarrate: () => void;
  onReset: () => void;
  onSolution: () => void;
  onLine: (line: number) => void;
}

/** Where code is written, tried and handed in. */
export function CodePane({ problem, writing, time, judging, editor, focused, ...on }: Props) {
  const split = useSplit('result', 50);
  const { outcome, busy } = judging;
  return (
    <div className={styles.pane} data-result={outcome !== null} style={split.style}>
      <div className={styles.top}>
        <div className={styles.bar}>
          <code className={styles.name}>{problem.brief.id}.py</code>
          <span className={styles.saved}>
            <SavedMark status={writing.status} sending="idle" />
          </span>
          <span className={styles.tools}>
            <InterviewClock clock={time.clock} minutes={problem.brief.minutes} />
            <Tooltip label="Say how you would go about it">
              <ActionIcon aria-label="Say how you would go about it" onClick={on.onNarrate}>
                <IconSpeakerphone size={18} stroke={1.8} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Begin anew…">
              <ActionIcon aria-label="Begin anew…" onClick={on.onReset}>
                <IconRestore size={18} stroke={1.8} />
              </ActionIcon>
            </Tooltip>
          </span>
        </div>
        <div className={styles.editor}>
          <Suspense fallback={<Pending />}>
            <CodeEditor ref={editor} text={writing.text} focused={focused} onChange={writing.setText} onSubmit={on.onSubmit} onRun={on.onRun} />
          </Suspense>
        </div>
        <ErrorNote error={judging.error} />
        <div className={styles.actions}>
          <p id="editor-keys" className={styles.keys}>
            Tab indents. <Keys chord="escape" /> then <kbd className={styles.tab}>Tab</kbd> leaves the editor.
          </p>
          <Button
            onClick={on.onRun}
            loading={busy === 'run'}
            disabled={busy === 'submit'}
            leftSection={<IconPlayerPlay size={17} aria-hidden="true" />}
            rightSection={<Keys chord="shift+enter" />}
            aria-keyshortcuts="Shift+Enter"
          >
            Run examples
          </Button>
          <Button variant="filled" onClick={on.onSubmit} loading={busy === 'submit'} disabled={busy === 'run'} rightSection={<Keys chord="mod+enter" onPen />} aria-keyshortcuts="Control+Enter">
            Submit
          </Button>
        </div>
      </div>
      {outcome !== null && (
        <>
          <div className={styles.splitter}>
            <Splitter split={split} bar="horizontal" label="Room for the editor, above its result" />
          </div>
          <ResultDock key={judging.number} outcome={outcome} onLine={on.onLine} onClose={judging.dismiss} onSolution={on.onSolution} />
        </>
      )}
    </div>
  );
}
