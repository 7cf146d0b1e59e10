import { NumberInput } from '@mantine/core';

import { MOST, clampCount } from './choice';
import styles from './CountPicker.module.css';

interface Props {
  count: number;
  onChange: (count: number) => void;
}

const USUAL = [5, 10, 20, 40];

/** A usual number of questions, or any other. */
export function CountPicker({ count, onChange }: Props) {
  return (
    <div className={styles.row} role="group" aria-label="How many questions">
      {USUAL.map((usual) => (
        <button
          key={usual}
          type="button"
          className={styles.usual}
          aria-pressed={count === usual}
          onClick={() => onChange(usual)}
        >
          {usual}
        </button>
      ))}
      <NumberInput
        aria-label="Another number of questions"
        className={styles.other}
        min={1}
        max={MOST}
        allowDecimal={false}
        value={count}
        onChange={(value) => onChange(clampCount(Number(value)))}
      />
    </div>
  );
}
