import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';

import { attemptsQuery, problemQuery, problemsQuery } from '@/api/code';
import { topicsQuery } from '@/api/queries';

import { Workbench } from './Workbench';

const route = getRouteApi('/code/$problem');

/** One problem, to be solved. */
export function ProblemPage() {
  const { problem: id } = route.useParams();
  const { data: problem } = useSuspenseQuery(problemQuery(id));
  const { data: map } = useSuspenseQuery(topicsQuery);
  const [begun, setBegun] = useState(0);
  const client = useQueryClient();
  const beginAnew = async () => {
    await client.query({ ...problemQuery(id), staleTime: 0 });
    for (const query of [attemptsQuery(id), problemsQuery]) void client.invalidateQueries({ queryKey: query.queryKey });
    setBegun((count) => count + 1);
  };
  return <Workbench key={`${id} ${begun}`} problem={problem} topics={map.topics} onReset={() => void beginAnew()} />;
}
