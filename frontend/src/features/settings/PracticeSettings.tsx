import { NumberInput, Slider, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Settings } from '@/api/types';
import { isoDay } from '@/lib/format';

import styles from './Form.module.css';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

/** How much, how firmly, and until when. */
export function PracticeSettings({ settings, onChange }: Props) {
  const [today] = useState(() => isoDay(new Date()));
  return (
    <div className={styles.form}>
      <NumberInput
        label="Questions a day"
        description="The goal that fills the calendar."
        className={styles.short}
        min={1}
        max={200}
        allowDecimal={false}
        value={settings.daily_goal}
        onChange={(value) => {
          const goal = Math.round(Number(value));
          if (goal >= 1 && goal <= 200) onChange({ daily_goal: goal });
        }}
      />
      <TextInput
        type="date"
        label="Interview date"
        description="Today counts down to it."
        className={styles.short}
        min={today}
        value={settings.interview_date ?? ''}
        onChange={(event) => onChange({ interview_date: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
      <Retention settings={settings} onChange={onChange} />
    </div>
  );
}

function Retention({ settings, onChange }: Props) {
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? Math.round(settings.desired_retention * 100);
  return (
    <div>
      <p className={styles.label} id="retention">
        Remember {shown}% of it
      </p>
      <p className={styles.says}>
        A question comes back when the chance that you still know it has fallen to this. Higher means more often.
      </p>
      <Slider
        className={styles.slider}
        thumbProps={{ 'aria-labelledby': 'retention' }}
        min={70}
        max={97}
        value={shown}
        label={(value) => `${value}%`}
        onChange={setMoving}
        onChangeEnd={(value) => {
          setMoving(null);
          onChange({ desired_retention: value / 100 });
        }}
      />
    </div>
  );
}
