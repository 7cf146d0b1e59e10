import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { architectureQuery, architecturesQuery, drawingsQuery } from '@/api/board';
import { topicsQuery } from '@/api/queries';

import { Workbench } from './Workbench';

const route = getRouteApi('/board/$architecture');

/** One architecture, to be drawn. */
export function ArchitecturePage() {
  const { architecture: id } = route.useParams();
  const { data: view } = useSuspenseQuery(architectureQuery(id));
  const { data: map } = useSuspenseQuery(topicsQuery);
  const [begun, setBegun] = useState(0);
  const client = useQueryClient();
  const beginAnew = async () => {
    await client.query({ ...architectureQuery(id), staleTime: 0 });
    for (const query of [drawingsQuery(id), architecturesQuery]) void client.invalidateQueries({ queryKey: query.queryKey });
    setBegun((count) => count + 1);
  };
  return <Workbench key={`${id} ${begun}`} view={view} topics={map.topics} onReset={() => void beginAnew()} />;
}
