import { Radio } from '@mantine/core';

import type { Mode } from '@/api/types';

import styles from './ModePicker.module.css';

interface Props {
  mode: Mode;
  onChange: (mode: Mode) => void;
}

const MODES: readonly { value: Mode; title: string; says: string }[] = [
  { value: 'pressure', title: 'Pressure', says: 'When the time is up, what stands is graded.' },
  { value: 'relaxed', title: 'Relaxed', says: 'The clock measures, and cuts nobody off.' },
];

/** Whether the clock decides. */
export function ModePicker({ mode, onChange }: Props) {
  return (
    <Radio.Group value={mode} onChange={(value) => onChange(value === 'relaxed' ? 'relaxed' : 'pressure')} aria-label="Pressure">
      <div className={styles.row}>
        {MODES.map(({ value, title, says }) => (
          <Radio.Card key={value} value={value} className={styles.card} aria-label={`${title}: ${says}`}>
            <span className={styles.title}>{title}</span>
            <span className={styles.says}>{says}</span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
