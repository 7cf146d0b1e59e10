import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { lazy, Suspense } from 'react';

import { itemsQuery, topicsQuery } from '@/api/queries';
import type { LibrarySearch } from '@/app/search';
import { Pending } from '@/app/shell/Pending';
import { PageHeader } from '@/ui/PageHeader';

import { filterItems } from './filterItems';
import { Filters } from './Filters';
import { ItemList } from './ItemList';
import styles from './LibraryPage.module.css';

const TopicMap = lazy(() => import('./map/TopicMap'));
const route = getRouteApi('/library');

/** Every question there is, as a list or as the map of what builds on what. */
export function LibraryPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words] = useDebouncedValue(search.q ?? '', 200);
  const { data: map } = useSuspenseQuery(topicsQuery);
  const { data: all } = useSuspenseQuery(itemsQuery({}));
  const { data: found = all } = useQuery({ ...itemsQuery(words === '' ? {} : { q: words }), placeholderData: keepPreviousData });

  const set = (part: { [K in keyof LibrarySearch]?: LibrarySearch[K] | undefined }) =>
    void navigate({
      search: (last) => {
        const next = { ...last, ...part };
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
      },
      replace: !('topic' in part) && !('view' in part),
      resetScroll: false,
    });

  return (
    <>
      <PageHeader title="Library" lead={`${all.length} questions over ${map.topics.length} topics. Looking is allowed; trying first is better.`}>
        <SegmentedControl
          aria-label="View"
          size="md"
          data={[
            { value: 'list', label: 'Questions' },
            { value: 'map', label: 'Map' },
          ]}
          value={search.view ?? 'list'}
          onChange={(view) => set({ view: view === 'map' ? 'map' : undefined })}
        />
      </PageHeader>
      {search.view === 'map' ? (
        <Suspense fallback={<Pending />}>
          <TopicMap
            map={map}
            area={search.area}
            onArea={(area) => set({ area })}
            onTopic={(topic) => set({ topic, view: undefined, area: undefined, q: undefined })}
          />
        </Suspense>
      ) : (
        <div className={styles.list}>
          <Filters search={search} map={map} onChange={set} />
          <ItemList items={filterItems(found, map.topics, search)} map={map} />
        </div>
      )}
    </>
  );
}
