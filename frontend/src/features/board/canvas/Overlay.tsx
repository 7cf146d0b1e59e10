import type { Finding } from '@/api/types';

import { around, pinPlace, toScreen, type Placed, type Places, type View } from './geometry';
import styles from './Overlay.module.css';

interface Props {
  view: View;
  places: Places;
  findings: readonly Finding[];
  active: number | null;
  onPin: (index: number) => void;
}

interface Pin {
  index: number;
  finding: Finding;
  place: Placed;
}

const STACK_PX = 30;

/** Pins at the elements that findings are about, and a glow around those of the one that is read. */
export function Pins({ view, places, findings, active, onPin }: Props) {
  const pins = findings.flatMap((finding, index): Pin[] => {
    const place = finding.elements.map((id) => places.get(id)).find((one) => one !== undefined);
    return place === undefined || finding.severity === 'habit' ? [] : [{ index, finding, place }];
  });
  const meant = active === null ? [] : (findings[active]?.elements ?? []);
  // The words in a box are lit with it.
  const lit = meant.flatMap((id) => places.get(id) ?? []).filter(({ container }) => container === null || !meant.includes(container));
  return (
    <>
      {lit.length > 0 && <Glow view={view} lit={lit} />}
      {pins.map((pin, at) => {
        const [x, y] = toScreen(view, ...pinPlace(pin.place));
        const below = pins.slice(0, at).filter((other) => other.place === pin.place).length;
        return (
          <button
            key={pin.index}
            type="button"
            className={styles.pin}
            data-severity={pin.finding.severity}
            data-active={pin.index === active}
            data-element={pin.place.id}
            style={{ left: x + below * STACK_PX, top: y }}
            aria-label={`Finding ${pin.index + 1}: ${pin.finding.message}`}
            onClick={() => onPin(pin.index)}
          >
            {pin.index + 1}
          </button>
        );
      })}
    </>
  );
}

const MARGIN = 8;

function Glow({ view, lit }: { view: View; lit: readonly Placed[] }) {
  const boxes = lit.filter((place) => place.points.length < 2);
  const lines = lit.filter((place) => place.points.length > 1);
  return (
    <svg className={styles.layer} aria-hidden="true">
      {boxes.map((place) => {
        const box = around([place]) ?? place;
        const [x, y] = toScreen(view, box.x, box.y);
        return (
          <rect
            key={place.id}
            className={styles.glow}
            x={x - MARGIN}
            y={y - MARGIN}
            width={box.width * view.zoom + 2 * MARGIN}
            height={box.height * view.zoom + 2 * MARGIN}
            rx={10}
          />
        );
      })}
      {lines.map((place) => (
        <polyline key={place.id} className={styles.glow} points={onScreen(view, place)} />
      ))}
    </svg>
  );
}

export const onScreen = (view: View, place: Placed): string =>
  place.points.map(([x, y]) => toScreen(view, x, y).map(Math.round).join(',')).join(' ');
