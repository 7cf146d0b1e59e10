import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { finishSession } from '@/api/actions';
import { sessionQuery, summaryQuery } from '@/api/queries';

/** Ends a session, whatever is still unanswered, and shows its summary. */
export function useFinish(session: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => finishSession(session),
    onSuccess: (summary) => {
      client.setQueryData(summaryQuery(session).queryKey, summary);
      client.setQueryData(sessionQuery(session).queryKey, summary.session);
      void client.invalidateQueries({ queryKey: ['today'] });
      return navigate({ to: '/session/$id/summary', params: { id: session } });
    },
  });
}
