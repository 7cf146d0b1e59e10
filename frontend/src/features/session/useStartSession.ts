import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { startSession } from '@/api/actions';
import { sessionQuery } from '@/api/queries';
import type { SessionRequest } from '@/api/types';
import { itemParams } from '@/lib/items';

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

/** A session of one item. */
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

/** Practises one item, wherever it is named: a question in a session, a problem or a drawing on its own page. */
export function usePractise() {
  const start = useStartSession();
  const navigate = useNavigate();
  const practise = (itemId: string) => {
    const { kind, slug } = itemParams(itemId);
    if (kind === 'code') void navigate({ to: '/code/$problem', params: { problem: slug } });
    else if (kind === 'board') void navigate({ to: '/board/$architecture', params: { architecture: slug } });
    else if (!start.isPending) start.mutate(practiseItem(itemId));
  };
  return { practise, isPending: start.isPending, error: start.error };
}
