import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';

import { recall, remember } from '@/lib/storage';

import styles from './Splitter.module.css';

export interface Split {
  /** The first part's share, in percent. */
  share: number;
  set: (share: number) => void;
  style: CSSProperties;
}

const LEAST = 25;
const MOST = 75;
const STEP = 4;

const clamp = (share: number) => Math.min(MOST, Math.max(LEAST, share));

/** How two parts share their room, remembered in this browser. */
export function useSplit(name: string, usual: number): Split {
  const key = `evalmode-split ${name}`;
  const [share, setShare] = useState(() => clamp(Number(recall(key) ?? usual) || usual));
  const set = (next: number) => {
    const kept = Math.round(clamp(next));
    setShare(kept);
    remember(key, String(kept));
  };
  return { share, set, style: { '--share': `${share}%` } as CSSProperties };
}

interface Props {
  split: Split;
  /** Which way the bar itself runs. */
  bar: 'vertical' | 'horizontal';
  label: string;
}

/** The bar between two parts: drag it, or focus it and press the arrow keys. */
export function Splitter({ split, bar, label }: Props) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const room = event.currentTarget.parentElement?.getBoundingClientRect();
    if (room === undefined) return;
    const part = bar === 'vertical' ? (event.clientX - room.left) / room.width : (event.clientY - room.top) / room.height;
    split.set(part * 100);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowUp: -STEP, ArrowRight: STEP, ArrowDown: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    split.set(split.share + step);
  };
  return (
    // A separator that can be moved is a control, and takes the focus and keys as one.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      aria-label={label}
      aria-orientation={bar}
      aria-valuenow={split.share}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={styles.splitter}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
