import type { BoardCheck, SheetCorrection } from '@/api/types';

import type { Picking } from './CorrectionMenu';
import type { Places, View } from './geometry';
import { Pins } from './Overlay';
import { Chooser, ReadingLayer } from './ReadingLayer';

interface Props {
  view: View;
  places: Places;
  check: BoardCheck | null;
  active: number | null;
  /** What was read is shown. */
  reading: boolean;
  picking: Picking | null;
  onPin: (index: number) => void;
  /** Null where the drawing is only looked back on. */
  onSay: ((said: SheetCorrection) => void) | null;
  onPick: (picking: Picking) => void;
  onCancel: () => void;
}

/** What lies over the drawing: pins, what was read, and while something is corrected, what may be meant. */
export function Layers({ view, places, check, active, reading, picking, onPin, onSay, onPick, onCancel }: Props) {
  if (check === null) return null;
  return (
    <>
      {reading && <ReadingLayer view={view} places={places} check={check} onSay={onSay} onPick={onPick} />}
      <Pins view={view} places={places} findings={check.findings} active={active} onPin={onPin} />
      {picking !== null && onSay !== null && (
        <Chooser view={view} places={places} check={check} picking={picking} onChosen={(to) => onSay({ ...picking, to })} onCancel={onCancel} />
      )}
    </>
  );
}
