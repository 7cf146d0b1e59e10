import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';

import { drawingQuery, resetArchitecture } from '@/api/board';
import type { ArchitectureView, Sheet, SheetCorrection, TopicView } from '@/api/types';
import { panelId, tabId } from '@/features/code/TabList';
import { Splitter, useSplit } from '@/features/code/Splitter';
import { useWorkTime } from '@/features/code/work/useWorkTime';
import { forgetLocally } from '@/features/session/localDraft';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';

import type { CanvasHandle } from './canvas/Canvas';
import type { Picking } from './canvas/CorrectionMenu';
import { placesOf } from './canvas/geometry';
import { Layers } from './canvas/Layers';
import { Panel } from './panel/Panel';
import { PanelTabs } from './panel/PanelTabs';
import { notesOf, tabsOf, type TabName } from './panel/tabs';
import { emptySheet, modeOf, withCorrection, withoutCorrection, withScene } from './sheet/sheet';
import { useSheet } from './sheet/useSheet';
import { TextPane } from './text/TextPane';
import { sayCheck } from './words';
import styles from './Workbench.module.css';
import { Actions } from './work/Actions';
import { DrawingBar } from './work/DrawingBar';
import { DrawingConflict } from './work/DrawingConflict';
import { LookingBack } from './work/LookingBack';
import { ResetDrawing } from './work/ResetDrawing';
import { Surface } from './work/Surface';
import { useChecking } from './work/useChecking';
import { useFiles } from './work/useFiles';
import { useHandIn } from './work/useHandIn';
import { useMode } from './work/useMode';
import { useRemembered } from './work/useRemembered';

interface Props {
  view: ArchitectureView;
  topics: readonly TopicView[];
  /** It was begun anew. */
  onReset: () => void;
}

/** Narrower than this, the drawing and what is said about it are tabs of one pane. */
const NARROW = '(max-width: 64rem)';
const PHONE = '(max-width: 40rem)';
const AT_ONCE = { getInitialValueInEffect: false };

/** The drawing on the left; what is asked, and what is said about it, on the right. */
export function Workbench({ view, topics, onReset }: Props) {
  const { id, item_id, title, minutes } = view.brief;
  const narrow = useMediaQuery(NARROW, undefined, AT_ONCE);
  const phone = useMediaQuery(PHONE, undefined, AT_ONCE);
  const [tab, setTab] = useState<TabName>('question');
  const [memory, setMemory] = useRemembered('from memory', false);
  const [overlay, setOverlay] = useState(false);
  const [looking, setLooking] = useState<string | null>(null);
  const [picking, setPicking] = useState<Picking | null>(null);
  const [chosen, setChosen] = useState<{ of: unknown; index: number } | null>(null);
  const [resetting, setResetting] = useState(false);
  const [said, setSaid] = useState('');
  const canvas = useRef<CanvasHandle>(null);
  const split = useSplit('board', 66);
  const drawing = useSheet(view);
  const modes = useMode(drawing.sheet, phone ? 'text' : 'canvas', drawing.setSheet);
  const time = useWorkTime(id, !view.finished);
  const past = useQuery({ ...drawingQuery(looking ?? ''), enabled: looking !== null }).data ?? null;

  const sheet = past?.sheet ?? drawing.sheet;
  const mode = past === null ? modes.mode : (modeOf(past.sheet) ?? 'canvas');
  const checking = useChecking(id, drawing.sheet, memory || looking !== null);
  const check = past === null ? checking.check : past.check;
  const active = chosen !== null && chosen.of === check ? chosen.index : null;
  const places = useMemo(() => placesOf(sheet.scene), [sheet]);

  /** The drawing as it stands at this moment. */
  const read = (): Sheet => {
    const scene = modes.mode === 'canvas' && past === null ? (canvas.current?.take() ?? null) : null;
    if (scene === null || scene === drawing.sheet.scene) return drawing.sheet;
    const next = withScene(drawing.sheet, scene);
    drawing.setSheet(next);
    return next;
  };
  const replace = (next: Sheet, words: string) => {
    setLooking(null);
    drawing.setSheet(next);
    modes.follow(next);
    if (narrow) setTab('draw');
    setSaid(words);
  };
  const handIn = useHandIn(id, (feedback, of) => {
    if (feedback.check !== null) {
      checking.take(feedback.check, of);
      setSaid(`Handed in. ${sayCheck(feedback.check)}`);
      if (feedback.check.verdict === 'right') time.clock.pause();
    }
    setTab('feedback');
  });
  const files = useFiles(id, (scene) => replace({ ...emptySheet, scene }, 'Opened. Undo brings back what was drawn.'));
  const look = async () => {
    setLooking(null);
    setTab('feedback');
    setSaid('Looking.');
    const found = await checking.look(read());
    if (found !== null) setSaid(sayCheck(found));
  };
  const submit = () => {
    if (handIn.isPending || looking !== null) return;
    handIn.mutate({ sheet: read(), seconds: time.seconds() });
  };
  useShortcut('mod+enter', 'Hand in', submit);
  useShortcut('shift+enter', 'Check', () => void look());
  useShortcut('alt+h', 'Hints', () => setTab('hints'));

  const point = (elements: readonly string[]) => {
    if (narrow && elements.length > 0) setTab('draw');
    canvas.current?.show(elements);
  };
  const openFinding = (index: number) => {
    setChosen({ of: check, index });
    point(check?.findings[index]?.elements ?? []);
  };
  const correct = (next: Sheet) => {
    setPicking(null);
    drawing.setSheet(next);
    void checking.look(next);
  };
  const say = (said_: SheetCorrection) => correct(withCorrection(read(), said_));
  const pick = (next: Picking) => {
    if (narrow) setTab('draw');
    setPicking(next);
  };

  // A tab that is only there on narrow pages.
  const shown = !narrow && tab === 'draw' ? 'question' : tab;
  const hideDrawing = narrow && shown !== 'draw';
  return (
    <div className={styles.bench}>
      <title>{`${title} · evalmode`}</title>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className={styles.panes} style={split.style}>
        <section
          className={styles.drawing}
          data-draw={shown === 'draw'}
          id={narrow ? panelId('draw') : undefined}
          role={narrow ? 'tabpanel' : undefined}
          aria-labelledby={narrow ? tabId('draw') : undefined}
          aria-label={narrow ? undefined : 'Your drawing'}
          hidden={hideDrawing}
        >
          <DrawingBar
            mode={mode}
            status={drawing.status}
            time={time}
            minutes={minutes}
            memory={memory}
            overlay={overlay}
            busy={modes.busy || looking !== null}
            onMode={(to) => modes.go(to, read())}
            onMemory={setMemory}
            onOverlay={setOverlay}
            onExport={(kind) => files.save(read(), kind)}
            onImport={files.open}
            onReset={() => setResetting(true)}
          />
          {past !== null && (
            <LookingBack onGoOn={() => replace(past.sheet, 'Copied. Undo brings back what was drawn.')} onBack={() => setLooking(null)} />
          )}
          <div className={styles.surface} data-mode={mode}>
            {mode === 'text' ? (
              <TextPane
                sheet={sheet}
                readOnly={past !== null}
                lit={active === null ? [] : (check?.findings[active]?.elements ?? [])}
                onNotation={(notation) => drawing.setSheet({ ...emptySheet, notation })}
                onSubmit={submit}
                onCheck={() => void look()}
              />
            ) : (
              <Surface
                canvas={canvas}
                name={past?.attempt_id ?? 'now'}
                scene={sheet.scene}
                readOnly={past !== null}
                pieces={!memory && past === null}
                onScene={(scene) => past === null && drawing.setSheet(withScene(drawing.sheet, scene))}
                onInsert={(stencil) => canvas.current?.insert(stencil.elements)}
              >
                {(seen, drawn) => (
                  <Layers
                    view={seen}
                    places={drawn}
                    check={check}
                    active={active}
                    reading={overlay}
                    picking={picking}
                    onPin={(index) => {
                      setChosen({ of: check, index });
                      setTab('feedback');
                    }}
                    onSay={past === null ? say : null}
                    onPick={pick}
                    onCancel={() => setPicking(null)}
                  />
                )}
              </Surface>
            )}
          </div>
          <ErrorNote error={handIn.error ?? modes.error ?? files.error} />
          <Actions checking={checking.busy && tab === 'feedback'} handingIn={handIn.isPending} past={past !== null} onCheck={() => void look()} onSubmit={submit} />
        </section>
        <div className={styles.splitter}>
          <Splitter split={split} bar="vertical" label="Room for the drawing, beside what is said about it" />
        </div>
        <section className={styles.side} data-draw={shown === 'draw'} aria-label="The question, and what is said about your drawing">
          <PanelTabs
            tabs={tabsOf(narrow)}
            active={shown}
            notes={notesOf(check, view.brief.attempts)}
            onChange={setTab}
          />
          <Panel
            tab={shown}
            view={view}
            topics={topics}
            sheet={sheet}
            places={places}
            canvas={mode === 'canvas'}
            check={check}
            checking={checking}
            handed={past === null ? (handIn.data ?? null) : null}
            quiet={memory}
            active={active}
            overlay={overlay}
            looking={looking}
            read={read}
            saveNow={drawing.keeper.tick}
            onTab={setTab}
            onFinding={openFinding}
            onPoint={point}
            onOverlay={setOverlay}
            onSay={past === null ? say : null}
            onTakeBack={(said_) => correct(withoutCorrection(read(), said_))}
            onPick={pick}
            onLook={setLooking}
            onReference={(reference) => replace({ ...emptySheet, scene: reference.scene }, 'The reference is on the canvas. Undo brings back what was drawn.')}
          />
        </section>
      </div>
      <DrawingConflict drawing={drawing} />
      {resetting && (
        <ResetDrawing
          what="this drawing"
          reset={async (history) => {
            await drawing.keeper.close();
            await resetArchitecture(id, history);
            forgetLocally(item_id);
            time.clear();
          }}
          onDone={onReset}
          onClose={() => {
            drawing.keeper.reopen();
            setResetting(false);
          }}
        />
      )}
    </div>
  );
}
