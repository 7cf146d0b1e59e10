import '@excalidraw/excalidraw/index.css';

import { CaptureUpdateAction, Excalidraw, MainMenu, hashElementsVersion, restoreElements } from '@excalidraw/excalidraw';
import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type { AppState, ExcalidrawImperativeAPI, ExcalidrawInitialDataState, UIOptions } from '@excalidraw/excalidraw/types';
import { useEffect, useEffectEvent, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';

import { elementsOf, type Scene } from '../sheet/sheet';
import styles from './Canvas.module.css';
import { placesOf, type Places, type View } from './geometry';
import { anew, belowOf } from './inserting';
import { keepNamed } from './named';

export interface CanvasHandle {
  /** Brings elements into sight and selects them. */
  show: (ids: readonly string[]) => void;
  /** Puts new elements where there is room, and selects them. */
  insert: (elements: readonly Record<string, unknown>[]) => void;
  /** What is drawn at this moment; it counts as told. */
  take: () => Scene | null;
}

interface Props {
  ref?: Ref<CanvasHandle>;
  scene: Scene | null;
  dark: boolean;
  readOnly?: boolean;
  onScene?: (scene: Scene) => void;
  /** What is laid over the drawing. */
  children?: (view: View, places: Places) => ReactNode;
}

/** The drawing is told when the pen has rested for this long. */
const REST_MS = 250;
const TOOLS_PX = 70;
const FOOT_PX = 45;
const OPTIONS: UIOptions = {
  canvasActions: { export: false, loadScene: false, saveToActiveFile: false, saveAsImage: false, toggleTheme: false },
  tools: { image: false },
};
/** Keys that stay the page's own. */
const isOurs = (event: KeyboardEvent): boolean => event.altKey || ((event.ctrlKey || event.metaKey) && event.key === 'Enter');

const restored = (elements: readonly Record<string, unknown>[]) =>
  restoreElements(elements as unknown as ExcalidrawElement[], null, { repairBindings: true });

const sceneOf = (elements: readonly ExcalidrawElement[]): Scene => ({
  type: 'excalidraw',
  version: 2,
  source: 'evalmode',
  elements: elements.filter((element) => !element.isDeleted),
  appState: { viewBackgroundColor: '#ffffff' },
  files: {},
});

const viewOf = ({ scrollX, scrollY, zoom }: Pick<AppState, 'scrollX' | 'scrollY' | 'zoom'>): View => ({ scrollX, scrollY, zoom: zoom.value });

const begin = (scene: Scene | null): ExcalidrawInitialDataState => ({
  elements: restored(elementsOf(scene)),
  appState: { viewBackgroundColor: 'transparent', currentItemArrowType: 'round' },
});

/** All of the drawing in sight, between the tools and the foot. */
function fit(api: ExcalidrawImperativeAPI): void {
  const elements = api.getSceneElements();
  if (elements.length === 0) return;
  api.scrollToContent(elements, { fitToViewport: true, viewportZoomFactor: 0.9, maxZoom: 1, animate: false, canvasOffsets: { top: TOOLS_PX, bottom: FOOT_PX } });
}

/** Excalidraw. A scene that comes from elsewhere replaces what is drawn, and Undo brings that back. */
export default function Canvas({ ref, scene, dark, readOnly = false, onScene, children }: Props) {
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  const [initial] = useState(() => begin(scene));
  const [view, setView] = useState<View>({ scrollX: 0, scrollY: 0, zoom: 1 });
  const [drawn, setDrawn] = useState<Scene | null>(scene);
  const host = useRef<HTMLDivElement>(null);
  const told = useRef<Scene | null>(scene);
  const version = useRef(0);
  const pending = useRef<Scene | null>(null);
  const tell = useEffectEvent((next: Scene) => {
    told.current = next;
    onScene?.(next);
  });

  useEffect(() => {
    if (api === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let fitted = false;
    version.current = hashElementsVersion(api.getSceneElements());
    const flush = () => {
      clearTimeout(timer);
      if (pending.current !== null) tell(pending.current);
      pending.current = null;
    };
    const changed = (elements: readonly ExcalidrawElement[], state: AppState) => {
      if (!fitted && !state.isLoading && state.width > 0) {
        fitted = true;
        fit(api);
      }
      setView((last) => {
        const next = viewOf(state);
        return last.scrollX === next.scrollX && last.scrollY === next.scrollY && last.zoom === next.zoom ? last : next;
      });
      const now = hashElementsVersion(elements);
      if (now === version.current) return;
      version.current = now;
      pending.current = sceneOf(elements);
      setDrawn(pending.current);
      clearTimeout(timer);
      timer = setTimeout(flush, REST_MS);
    };
    const undo = [api.onChange(changed), api.onScrollChange((scrollX, scrollY, zoom) => setView(viewOf({ scrollX, scrollY, zoom })))];
    window.addEventListener('pagehide', flush);
    return () => {
      for (const stop of undo) stop();
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [api]);

  useEffect(() => (host.current === null ? undefined : keepNamed(host.current)), []);

  useEffect(() => {
    if (api === null || scene === told.current) return;
    told.current = scene;
    pending.current = null;
    const elements = restored(elementsOf(scene));
    version.current = hashElementsVersion(elements);
    api.updateScene({ elements, captureUpdate: CaptureUpdateAction.IMMEDIATELY });
    setDrawn(sceneOf(elements));
    fit(api);
  }, [api, scene]);

  useImperativeHandle(
    ref,
    () => ({
      show: (ids) => {
        const elements = api?.getSceneElements().filter((element) => ids.includes(element.id)) ?? [];
        if (api === null || elements.length === 0) return;
        api.updateScene({ appState: { selectedElementIds: Object.fromEntries(elements.map(({ id }) => [id, true as const])) } });
        const bring = () => api.scrollToContent(elements, { fitToContent: true, animate: false, maxZoom: Math.max(1, api.getAppState().zoom.value) });
        // Behind another tab it has no size yet; it is measured in the frame in which it appears.
        if (host.current?.clientWidth === 0) requestAnimationFrame(() => requestAnimationFrame(bring));
        else bring();
      },
      insert: (pieces) => {
        if (api === null) return;
        const here = api.getSceneElements();
        const added = restored(anew(belowOf(pieces, here, api.getAppState())));
        api.updateScene({
          elements: [...api.getSceneElementsIncludingDeleted(), ...added],
          appState: { selectedElementIds: Object.fromEntries(added.map(({ id }) => [id, true as const])) },
          captureUpdate: CaptureUpdateAction.IMMEDIATELY,
        });
      },
      take: () => {
        told.current = pending.current ?? told.current;
        pending.current = null;
        return told.current;
      },
    }),
    [api],
  );

  const places = useMemo(() => placesOf(drawn), [drawn]);
  return (
    // Letters that the canvas understands must not lead to other rooms as well.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={host} className={styles.canvas} data-ready={api !== null} onKeyDown={(event) => !isOurs(event) && event.stopPropagation()}>
      <Excalidraw
        excalidrawAPI={setApi}
        initialData={initial}
        theme={dark ? 'dark' : 'light'}
        langCode="en"
        viewModeEnabled={readOnly}
        UIOptions={OPTIONS}
        handleKeyboardGlobally={false}
        aiEnabled={false}
      >
        <MainMenu>
          <MainMenu.DefaultItems.SearchMenu />
          <MainMenu.DefaultItems.Help />
          <MainMenu.DefaultItems.ClearCanvas />
        </MainMenu>
      </Excalidraw>
      <div className={styles.over}>{children?.(view, places)}</div>
    </div>
  );
}
