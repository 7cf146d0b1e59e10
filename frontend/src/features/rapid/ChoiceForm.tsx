import { MultiSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';

import { LEVELS } from '@/app/search';
import type { ItemBrief, TopicMapView } from '@/api/types';
import { levelNames } from '@/lib/levels';
import { Chips } from '@/ui/Chips';

import type { Choice } from './choice';
import styles from './ChoiceForm.module.css';
import { CountPicker } from './CountPicker';
import { ModePicker } from './ModePicker';

interface Props {
  choice: Choice;
  onChange: (choice: Choice) => void;
  map: TopicMapView;
  items: readonly ItemBrief[];
}

/** The filters of a session. */
export function ChoiceForm({ choice, onChange, map, items }: Props) {
  const set = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  const asked = new Set(items.flatMap((item) => item.topics));
  const topics = map.topics.filter((topic) => asked.has(topic.id));
  const isArea = new Set(map.areas.map((area) => area.id));
  const areas = map.areas
    .map((area) => {
      const inArea = new Set(topics.filter((topic) => topic.area === area.id).map((topic) => topic.id));
      return { ...area, count: items.filter((item) => item.topics.some((topic) => inArea.has(topic))).length };
    })
    .filter((area) => area.count > 0);

  return (
    <div className={styles.form}>
      <Field label="How many">
        <CountPicker count={choice.count} onChange={(count) => set({ count })} />
      </Field>
      <Field label="Under pressure, or not">
        <ModePicker mode={choice.mode} onChange={(mode) => set({ mode })} />
      </Field>
      <Chips
        legend="About what"
        choices={areas.map((area) => ({ value: area.id, label: area.title, note: String(area.count) }))}
        chosen={choice.topics}
        onChange={(chosen) => set({ topics: chosen })}
      />
      <MultiSelect
        label="Or single topics"
        placeholder={choice.topics.some((id) => !isArea.has(id)) ? '' : 'Any topic…'}
        searchable
        clearable
        hidePickedOptions
        data={topics.map((topic) => ({ value: topic.id, label: topic.title }))}
        value={choice.topics.filter((id) => !isArea.has(id))}
        onChange={(picked) => set({ topics: [...choice.topics.filter((id) => isArea.has(id)), ...picked] })}
      />
      <Chips
        legend="How deep"
        choices={LEVELS.map((level) => ({ value: level, label: levelNames[level] }))}
        chosen={choice.levels}
        onChange={(chosen) => set({ levels: LEVELS.filter((level) => chosen.includes(level)) })}
      />
      <Switch
        label="Only what is due today"
        checked={choice.onlyDue}
        onChange={(event) => set({ onlyDue: event.currentTarget.checked })}
      />
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      {children}
    </div>
  );
}
