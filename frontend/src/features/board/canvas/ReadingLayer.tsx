import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { BoardCheck, BoardReading, SheetCorrection } from '@/api/types';

import { CorrectionMenu, type Picking } from './CorrectionMenu';
import { around, middleOf, toScreen, type Placed, type Places, type View } from './geometry';
import { onScreen } from './Overlay';
import styles from './Overlay.module.css';
import { choicesFor, correctables, nameOf } from './reading';

interface Props {
  view: View;
  places: Places;
  check: BoardCheck;
  /** Nothing can be said about a drawing that is only looked back on. */
  onSay: ((said: SheetCorrection) => void) | null;
  onPick: (picking: Picking) => void;
}

const placeOf = (reading: BoardReading, places: Places): Placed | null =>
  [reading.id, ...reading.elements].map((id) => places.get(id)).find((place) => place !== undefined) ?? null;

/** Over the drawing: what every element was taken for. What could not be read is dashed. */
export function ReadingLayer({ view, places, check, onSay, onPick }: Props) {
  const [open, setOpen] = useState<string | null>(null);
  const unread = new Set(check.unread.flatMap((one) => [one.id, ...one.elements]));
  const marks = check.readings.flatMap((reading) => {
    const place = placeOf(reading, places);
    return place === null ? [] : [{ reading, place, unread: unread.has(reading.id) || unread.has(place.id) }];
  });
  const lost = check.unread.flatMap((one) => places.get(one.id) ?? []).filter((place) => !marks.some((mark) => mark.place === place));
  const fixable = onSay === null ? [] : correctables(check, places);
  return (
    <>
      <svg className={styles.layer} aria-hidden="true">
        {marks.map((mark) => (
          <Outline key={mark.reading.id} view={view} place={mark.place} what={mark.reading.what} unread={mark.unread} />
        ))}
        {lost.map((place) => (
          <Outline key={place.id} view={view} place={place} what={place.points.length > 1 ? 'arrow' : 'note'} unread />
        ))}
        {fixable
          .filter((one) => one.kind === 'arrow')
          .map((one) => {
            const place = places.get(one.element);
            // The button beside it does the same by keyboard.
            return place && <polyline key={one.element} className={styles.grip} points={onScreen(view, place)} onClick={() => setOpen(one.element)} />;
          })}
      </svg>
      {marks
        .filter(({ reading, place }) => reading.means !== '' && place.points.length < 2)
        .map(({ reading, place, unread: lostOne }) => {
          const [x, y] = toScreen(view, place.x, place.y + place.height / 2);
          return (
            <span key={reading.id} className={styles.meaning} data-what={reading.what} data-unread={lostOne} style={{ left: x, top: y }}>
              {reading.means}
            </span>
          );
        })}
      {onSay !== null &&
        fixable.map((one) => {
          const place = places.get(one.element);
          if (place === undefined) return null;
          const { at, aside } = handleOf(place, places);
          const [x, y] = toScreen(view, ...at);
          return (
            <CorrectionMenu key={one.element} of={one} opened={open === one.element} onOpened={(opened) => setOpen(opened ? one.element : null)} onSay={onSay} onPick={onPick}>
              <button type="button" className={styles.handle} style={{ left: x + aside, top: y }} aria-label={`Correct: ${one.name}`}>
                <IconPencil size={13} aria-hidden="true" />
              </button>
            </CorrectionMenu>
          );
        })}
    </>
  );
}

/** Beside the words on an arrow, or beside a text; where an arrow has no words, in its middle. */
function handleOf(place: Placed, places: Places): { at: [number, number]; aside: number } {
  const words = place.points.length > 1 ? [...places.values()].find((other) => other.container === place.id) : place;
  if (words === undefined) return { at: middleOf(place.points), aside: 0 };
  return { at: [words.x + words.width, words.y + words.height / 2], aside: ASIDE_PX };
}

const ASIDE_PX = 16;
const MARGIN = 4;

function Outline({ view, place, what, unread }: { view: View; place: Placed; what: string; unread: boolean }) {
  if (place.points.length > 1) return <polyline className={styles.read} data-what={what} data-unread={unread} points={onScreen(view, place)} />;
  const [x, y] = toScreen(view, place.x, place.y);
  return (
    <rect
      className={styles.read}
      data-what={what}
      data-unread={unread}
      x={x - MARGIN}
      y={y - MARGIN}
      width={place.width * view.zoom + 2 * MARGIN}
      height={place.height * view.zoom + 2 * MARGIN}
      rx={8}
    />
  );
}

interface ChooserProps {
  view: View;
  places: Places;
  check: BoardCheck;
  picking: Picking;
  onChosen: (to: string) => void;
  onCancel: () => void;
}

const ASKS = {
  source: 'Which box does this arrow start at?',
  target: 'Which box does this arrow go to?',
  label: 'What does this text belong to?',
} as const;

/** Every box that may be meant, to be clicked, or reached with Tab and taken with Enter. */
export function Chooser({ view, places, check, picking, onChosen, onCancel }: ChooserProps) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    banner.current?.focus({ preventScroll: true });
  }, []);
  const choices = choicesFor(picking.role, check, places).filter((id) => id !== picking.element);
  return (
    // Escape leaves, wherever in it the focus is.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={(event) => event.key === 'Escape' && onCancel()}>
      <div ref={banner} className={styles.banner} role="status" tabIndex={-1}>
        {ASKS[picking.role]}
        <Button size="xs" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {choices.map((id) => {
        const place = places.get(id);
        const box = place && around([place]);
        if (!place || !box) return null;
        const [x, y] = toScreen(view, box.x, box.y);
        const [width, height] = [Math.max(24, box.width * view.zoom), Math.max(24, box.height * view.zoom)];
        return (
          <button
            key={id}
            type="button"
            className={styles.choice}
            style={{ left: x, top: y, width, height }}
            aria-label={nameOf(id, check.readings, places)}
            onClick={() => onChosen(id)}
          />
        );
      })}
    </div>
  );
}
