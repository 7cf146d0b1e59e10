import { useEffect, useRef } from 'react';

import type { ArchitectureView, BoardCheck, DrawingFeedback, ReferenceView, Sheet, SheetCorrection, TopicView } from '@/api/types';
import { panelId, tabId } from '@/features/code/TabList';

import type { Picking } from '../canvas/CorrectionMenu';
import type { Places } from '../canvas/geometry';
import { Outcome } from '../work/Outcome';
import type { Checking } from '../work/useChecking';
import styles from '../Workbench.module.css';
import { AfterwardsPane } from './AfterwardsPane';
import { AttemptsPane } from './AttemptsPane';
import { FeedbackPane } from './FeedbackPane';
import { HintsPane } from './HintsPane';
import { QuestionPane } from './QuestionPane';
import { ReadingPane } from './ReadingPane';
import { ReferencePane } from './ReferencePane';
import { ShapesPane } from './ShapesPane';
import type { TabName } from './tabs';

interface Props {
  tab: TabName;
  view: ArchitectureView;
  topics: readonly TopicView[];
  sheet: Sheet;
  places: Places;
  /** The drawing is a canvas, on which things can be pointed at. */
  canvas: boolean;
  check: BoardCheck | null;
  checking: Checking;
  /** The drawing that was handed in last. */
  handed: DrawingFeedback | null;
  quiet: boolean;
  active: number | null;
  overlay: boolean;
  /** The attempt that is looked back on. */
  looking: string | null;
  read: () => Sheet;
  saveNow: () => Promise<void>;
  onTab: (tab: TabName) => void;
  onFinding: (index: number) => void;
  onPoint: (elements: readonly string[]) => void;
  onOverlay: (shown: boolean) => void;
  onSay: ((said: SheetCorrection) => void) | null;
  onTakeBack: (said: SheetCorrection) => void;
  onPick: (picking: Picking) => void;
  onLook: (attempt: string) => void;
  onReference: (reference: ReferenceView) => void;
}

/** What stands under the tabs. */
export function Panel({ tab, view, check, checking, looking, ...props }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.scrollTo({ top: 0 });
  }, [tab]);
  if (tab === 'draw') return null;
  const past = looking !== null;
  return (
    // Whoever comes by keyboard can scroll what is read.
    <div ref={panel} role="tabpanel" id={panelId(tab)} aria-labelledby={tabId(tab)} tabIndex={0} className={styles.panel}>
      {tab === 'question' && <QuestionPane view={view} topics={props.topics} />}
      {tab === 'feedback' && (
        <>
          {props.handed !== null && !checking.stale && (
            <Outcome feedback={props.handed} onReference={() => props.onTab('reference')} onAfterwards={() => props.onTab('afterwards')} />
          )}
          <FeedbackPane
            check={check}
            stale={!past && checking.stale}
            busy={!past && checking.busy}
            error={past ? null : checking.error}
            quiet={props.quiet}
            active={props.active}
            onFinding={props.onFinding}
            onHabit={(habit) => props.onPoint(habit.elements)}
          />
        </>
      )}
      {tab === 'hints' && <HintsPane view={view} read={props.read} onPoint={props.onPoint} />}
      {tab === 'reading' && (
        <ReadingPane
          check={check}
          sheet={props.sheet}
          places={props.places}
          shown={props.overlay}
          canvas={props.canvas}
          onShown={props.onOverlay}
          onPoint={props.onPoint}
          onSay={props.onSay}
          onTakeBack={props.onTakeBack}
          onPick={props.onPick}
        />
      )}
      {tab === 'shapes' && <ShapesPane check={check} onPoint={props.onPoint} />}
      {tab === 'attempts' && <AttemptsPane view={view} shown={looking} onShow={props.onLook} />}
      {tab === 'afterwards' && <AfterwardsPane view={view} />}
      {tab === 'reference' && <ReferencePane view={view} nearest={check?.variant ?? ''} read={props.read} saveNow={props.saveNow} onOpen={props.onReference} />}
    </div>
  );
}
