import { ActionIcon, FileButton, Menu, SegmentedControl, Switch, Tooltip } from '@mantine/core';
import { IconDotsVertical, IconDownload, IconEye, IconFileImport, IconRestore } from '@tabler/icons-react';
import { useRef } from 'react';

import { InterviewClock } from '@/features/code/work/InterviewClock';
import type { WorkTime } from '@/features/code/work/useWorkTime';
import type { DraftStatus } from '@/features/session/draftKeeper';
import { SavedMark } from '@/features/session/SavedMark';

import type { FileKind } from '../canvas/files';
import type { Mode } from '../sheet/sheet';
import styles from './DrawingBar.module.css';

interface Props {
  mode: Mode;
  status: DraftStatus;
  time: WorkTime;
  minutes: number;
  memory: boolean;
  overlay: boolean;
  busy: boolean;
  onMode: (mode: Mode) => void;
  onMemory: (on: boolean) => void;
  onOverlay: (on: boolean) => void;
  onExport: (kind: FileKind) => void;
  onImport: (file: File) => void;
  onReset: () => void;
}

const MODES = [
  { value: 'canvas', label: 'Canvas' },
  { value: 'text', label: 'Text' },
];
const ICON = { size: 17, 'aria-hidden': true } as const;

/** Over the drawing: how one draws, whether it is safe, the clock, and everything about files. */
export function DrawingBar({ mode, status, time, minutes, memory, overlay, busy, ...on }: Props) {
  const clearFile = useRef<() => void>(null);
  return (
    <div className={styles.bar}>
      <SegmentedControl size="xs" aria-label="Draw on" data={MODES} value={mode} disabled={busy} onChange={(next) => on.onMode(next === 'text' ? 'text' : 'canvas')} />
      <Tooltip label="No pieces, and nobody looks until you ask">
        <Switch size="sm" label="From memory" checked={memory} onChange={(event) => on.onMemory(event.currentTarget.checked)} />
      </Tooltip>
      <span className={styles.saved}>
        <SavedMark status={status} sending="idle" />
      </span>
      <span className={styles.tools}>
        <InterviewClock clock={time.clock} minutes={minutes} />
        {mode === 'canvas' && (
          <Tooltip label="What was read">
            <ActionIcon aria-label="What was read" aria-pressed={overlay} data-on={overlay} className={styles.toggle} onClick={() => on.onOverlay(!overlay)}>
              <IconEye size={19} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        )}
        <FileButton
          resetRef={clearFile}
          accept=".excalidraw,.json,application/json"
          onChange={(file) => {
            if (file !== null) on.onImport(file);
            clearFile.current?.();
          }}
        >
          {(button) => (
            <Menu position="bottom-end" withinPortal shadow="md">
              <Menu.Target>
                <ActionIcon aria-label="More: files, begin anew">
                  <IconDotsVertical size={18} stroke={1.8} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown aria-label="More">
                <Menu.Item leftSection={<IconDownload {...ICON} />} onClick={() => on.onExport('excalidraw')}>
                  Save as .excalidraw
                </Menu.Item>
                <Menu.Item leftSection={<IconDownload {...ICON} />} onClick={() => on.onExport('svg')}>
                  Save as SVG
                </Menu.Item>
                <Menu.Item leftSection={<IconDownload {...ICON} />} onClick={() => on.onExport('png')}>
                  Save as PNG
                </Menu.Item>
                <Menu.Item leftSection={<IconFileImport {...ICON} />} onClick={button.onClick}>
                  Open a .excalidraw file…
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item leftSection={<IconRestore {...ICON} />} onClick={on.onReset}>
                  Begin anew…
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </FileButton>
      </span>
    </div>
  );
}
