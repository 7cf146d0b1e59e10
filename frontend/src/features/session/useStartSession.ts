import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { startSession } from '@/api/actions';
import { sessionQuery } from '@/api/queries';
import type { SessionRequest } from '@/api/types';

/** Begins a session and goes into its first question. */
export function useStartSession() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (request: SessionRequest) => startSession(request),
    onSuccess: (session) => {
      client.setQueryData(sessionQuery(session.id).queryKey, session);
      void client.invalidateQueries({ queryKey: ['today'] });
      return navigate({
        to: '/session/$id',
        params: { id: session.id },
        state: (state) => ({ ...state, go: true }),
      });
    },
  });
}

/** The same for one item, wherever it is named. */
export function practiseItem(itemId: string): SessionRequest {
  return {
    kind: itemId.startsWith('deep/') ? 'deep' : 'rapid',
    items: [itemId],
    count: 1,
    topics: [],
    levels: [],
    only_due: false,
    mode: 'pressure',
  };
}
