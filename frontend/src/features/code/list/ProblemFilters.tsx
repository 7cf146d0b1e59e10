import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';

import type { ProblemBrief, TopicMapView } from '@/api/types';
import { CODE_STATES, LEVELS, type CodeSearch } from '@/app/search';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { levelNames } from '@/lib/levels';
import { Chips } from '@/ui/Chips';

import { stateWords } from '../words';
import styles from './ProblemFilters.module.css';

interface Props {
  search: Partial<CodeSearch>;
  map: TopicMapView;
  problems: readonly ProblemBrief[];
  onChange: (part: { [K in keyof CodeSearch]?: CodeSearch[K] | undefined }) => void;
}

/** Words, area or topic, level, and how far one got. */
export function ProblemFilters({ search, map, problems, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', 'Search the problems', () => field.current?.focus());
  const used = new Set(problems.flatMap((problem) => problem.topics));
  const topics = map.topics.filter((topic) => used.has(topic.id) || topic.id === search.topic);
  const areas = new Set(topics.map((topic) => topic.area));
  const places = [
    { group: 'Areas', items: map.areas.filter((area) => areas.has(area.id)).map((area) => ({ value: `area:${area.id}`, label: area.title })) },
    { group: 'Topics', items: topics.map((topic) => ({ value: `topic:${topic.id}`, label: topic.title })) },
  ];
  const place = search.topic !== undefined ? `topic:${search.topic}` : search.area !== undefined ? `area:${search.area}` : null;
  const choosePlace = (value: string | null) => {
    const [type, id] = value?.split(':') ?? [];
    onChange({ topic: type === 'topic' ? id : undefined, area: type === 'area' ? id : undefined });
  };
  return (
    <div className={styles.filters}>
      <TextInput
        ref={field}
        type="search"
        aria-label="Search the problems"
        placeholder="Search problems"
        size="md"
        className={styles.words}
        leftSection={<IconSearch size={18} />}
        rightSection={<Keys chord="/" />}
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
      />
      <Select
        aria-label="Area or topic"
        placeholder="Every area and topic"
        size="md"
        className={styles.words}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Every area and topic' }}
        data={places}
        value={place}
        onChange={choosePlace}
      />
      <Chips
        legend="How far you got"
        hideLegend
        single
        choices={CODE_STATES.map((state) => ({ value: state, label: state === 'due' ? 'Due' : stateWords[state] }))}
        chosen={search.state === undefined ? [] : [search.state]}
        onChange={([state]) => onChange({ state: CODE_STATES.find((known) => known === state) })}
      />
      <Chips
        legend="Level"
        hideLegend
        single
        choices={LEVELS.map((level) => ({ value: level, label: levelNames[level] }))}
        chosen={search.level === undefined ? [] : [search.level]}
        onChange={([level]) => onChange({ level: LEVELS.find((known) => known === level) })}
      />
    </div>
  );
}
