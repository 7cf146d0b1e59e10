import { ActionIcon, Button } from '@mantine/core';
import { IconEyeOff, IconEyeQuestion, IconEye, IconPencil } from '@tabler/icons-react';

import type { BoardCheck, BoardReading, Sheet, SheetCorrection } from '@/api/types';
import { plural } from '@/lib/format';

import { CorrectionMenu, type Picking } from '../canvas/CorrectionMenu';
import type { Places } from '../canvas/geometry';
import { correctables, sayArrow, sayCorrection, type Correctable } from '../canvas/reading';
import styles from './Panes.module.css';

interface Props {
  check: BoardCheck | null;
  sheet: Sheet;
  places: Places;
  /** Laid over the drawing. */
  shown: boolean;
  /** The drawing is a canvas, on which things can be pointed at. */
  canvas: boolean;
  onShown: (shown: boolean) => void;
  onPoint: (elements: readonly string[]) => void;
  /** Null where the drawing is only looked back on. */
  onSay: ((said: SheetCorrection) => void) | null;
  onTakeBack: (said: SheetCorrection) => void;
  onPick: (picking: Picking) => void;
}

/** What was read of the drawing, what was not, and the way to say how it was meant. */
export function ReadingPane({ check, sheet, places, shown, canvas, onShown, onPoint, onSay, onTakeBack, onPick }: Props) {
  if (check === null) return <p className={styles.lead}>Nothing was read yet. Press Check, and every box, arrow and label is listed here as it was understood.</p>;
  const { readings } = check;
  const of = (what: BoardReading['what']) => readings.filter((one) => one.what === what);
  const fixable = canvas && onSay !== null ? correctables(check, places) : [];
  const menu = (elements: readonly string[]) => fixable.find((one) => elements.includes(one.element));
  const row = (reading: BoardReading, words: string, means: string) => {
    const found = menu([reading.id, ...reading.elements]);
    return (
      <li key={reading.id} className={styles.reading} data-unread={means === ''}>
        <button type="button" className={styles.pointer} disabled={!canvas} onClick={() => onPoint([reading.id, ...reading.elements])}>
          <span className={styles.written}>{words}</span>
          <span className={styles.means}>{means === '' ? 'not understood' : means}</span>
        </button>
        {found !== undefined && onSay !== null && <Fix of={found} onSay={onSay} onPick={onPick} />}
      </li>
    );
  };
  return (
    <div className={styles.pane}>
      <h2 className="visually-hidden">What was read</h2>
      {canvas && (
        <Button className={styles.start} aria-pressed={shown} leftSection={shown ? <IconEyeOff size={18} aria-hidden="true" /> : <IconEye size={18} aria-hidden="true" />} onClick={() => onShown(!shown)}>
          {shown ? 'Hide it on the drawing' : 'Show it on the drawing'}
        </Button>
      )}
      {check.unread.length > 0 && (
        <section className={styles.unread} aria-labelledby="unread">
          <h3 id="unread">
            <IconEyeQuestion size={19} aria-hidden="true" /> {plural(check.unread.length, 'thing')} I could not read
          </h3>
          <p className={styles.facts}>That never counts against you. Tell me how you meant it, or draw it more clearly.</p>
          <ul>
            {check.unread.map((one) => {
              const found = menu([one.id, ...one.elements]);
              return (
                <li key={one.id} className={styles.reading}>
                  <button type="button" className={styles.pointer} disabled={!canvas} onClick={() => onPoint([one.id, ...one.elements])}>
                    <span>{one.message}</span>
                  </button>
                  {found !== undefined && onSay !== null && <Fix of={found} onSay={onSay} onPick={onPick} />}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {sheet.corrections.length > 0 && (
        <section aria-labelledby="said">
          <h3 id="said">What you told me</h3>
          <ul>
            {sheet.corrections.map((said) => (
              <li key={`${said.element} ${said.role}`} className={styles.reading}>
                <span className={styles.pointer}>{sayCorrection(said, readings, places)}</span>
                {onSay !== null && (
                  <Button size="compact-sm" onClick={() => onTakeBack(said)}>
                    Take back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group title="Boxes" rows={of('box').map((one) => row(one, one.text || '(no words)', one.means))} />
      <Group title="Arrows" rows={of('arrow').map((one) => row(one, sayArrow(one, readings, places), one.text || one.means || 'data'))} />
      <Group title="Frames" rows={of('frame').map((one) => row(one, one.text || '(no words)', one.means || 'a group'))} />
      <Group title="Notes" rows={of('note').map((one) => row(one, one.text, one.means || 'a note'))} />
    </div>
  );
}

function Group({ title, rows }: { title: string; rows: React.ReactNode[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>
        {title} <span className={styles.count}>{rows.length}</span>
      </h3>
      <ul>{rows}</ul>
    </section>
  );
}

function Fix({ of, onSay, onPick }: { of: Correctable; onSay: (said: SheetCorrection) => void; onPick: (picking: Picking) => void }) {
  return (
    <CorrectionMenu of={of} onSay={onSay} onPick={onPick}>
      <ActionIcon size="md" aria-label={`Correct: ${of.name}`}>
        <IconPencil size={16} aria-hidden="true" />
      </ActionIcon>
    </CorrectionMenu>
  );
}
