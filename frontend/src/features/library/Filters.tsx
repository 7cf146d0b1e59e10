import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';

import type { TopicMapView } from '@/api/types';
import { KINDS, LEVELS, type LibrarySearch } from '@/app/search';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { levelNames } from '@/lib/levels';
import { Chips } from '@/ui/Chips';

import styles from './Filters.module.css';

interface Props {
  search: Partial<LibrarySearch>;
  map: TopicMapView;
  onChange: (part: { [K in keyof LibrarySearch]?: LibrarySearch[K] | undefined }) => void;
}

/** Words, area or topic, kind and level. */
export function Filters({ search, map, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useShortcut('/', 'Search the library', () => field.current?.focus());
  const places = [
    { group: 'Areas', items: map.areas.map((area) => ({ value: `area:${area.id}`, label: area.title })) },
    {
      group: 'Topics',
      items: map.topics
        .filter((topic) => topic.items.length > 0 || topic.id === search.topic)
        .map((topic) => ({ value: `topic:${topic.id}`, label: topic.title })),
    },
  ];
  const place =
    search.topic !== undefined ? `topic:${search.topic}` : search.area !== undefined ? `area:${search.area}` : null;
  const choosePlace = (value: string | null) => {
    const [type, id] = value?.split(':') ?? [];
    onChange({ topic: type === 'topic' ? id : undefined, area: type === 'area' ? id : undefined });
  };
  return (
    <div className={styles.filters}>
      <TextInput
        ref={field}
        type="search"
        aria-label="Search the library"
        placeholder="Search questions and answers"
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
        className={styles.place}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': 'Every area and topic' }}
        data={places}
        value={place}
        onChange={choosePlace}
      />
      <Chips
        legend="Kind"
        hideLegend
        single
        choices={[
          { value: 'rapid', label: 'Rapid-fire' },
          { value: 'deep', label: 'Deep-dive' },
          { value: 'code', label: 'Coding' },
          { value: 'board', label: 'Whiteboard' },
        ]}
        chosen={search.kind === undefined ? [] : [search.kind]}
        onChange={([kind]) => onChange({ kind: KINDS.find((known) => known === kind) })}
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
