/** What the rooms read, each under one key. */

import { queryOptions } from '@tanstack/react-query';

import { client, unwrap } from './client';
import type { Level } from './types';

export const todayQuery = queryOptions({ queryKey: ['today'], queryFn: () => unwrap(client.GET('/api/v1/today')) });

export const readinessQuery = queryOptions({
  queryKey: ['readiness'],
  queryFn: () => unwrap(client.GET('/api/v1/readiness')),
});

export const progressQuery = queryOptions({
  queryKey: ['progress'],
  queryFn: () => unwrap(client.GET('/api/v1/progress')),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => unwrap(client.GET('/api/v1/settings')),
  staleTime: 60_000,
});

export const abilitiesQuery = queryOptions({
  queryKey: ['abilities'],
  queryFn: () => unwrap(client.GET('/api/v1/abilities')),
});

export const voiceQuery = queryOptions({
  queryKey: ['voice'],
  queryFn: () => unwrap(client.GET('/api/v1/voice')),
  staleTime: 60_000,
});

export const topicsQuery = queryOptions({
  queryKey: ['topics'],
  queryFn: () => unwrap(client.GET('/api/v1/topics')),
});

export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: () => unwrap(client.GET('/api/v1/guide')),
  staleTime: Infinity,
});

export interface ItemFilter {
  kind?: readonly string[];
  topic?: readonly string[];
  level?: readonly Level[];
  q?: string;
}

export const itemsQuery = (filter: ItemFilter) =>
  queryOptions({
    queryKey: ['items', filter],
    queryFn: () =>
      unwrap(
        client.GET('/api/v1/items', {
          params: {
            query: {
              kind: [...(filter.kind ?? [])],
              topic: [...(filter.topic ?? [])],
              level: [...(filter.level ?? [])],
              q: filter.q ?? '',
            },
          },
        }),
      ),
  });

export const itemQuery = (kind: string, slug: string) =>
  queryOptions({
    queryKey: ['item', kind, slug],
    queryFn: () => unwrap(client.GET('/api/v1/items/{kind}/{slug}', { params: { path: { kind, slug } } })),
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: () => unwrap(client.GET('/api/v1/sessions/{session_id}', { params: { path: { session_id: id } } })),
  });

export const summaryQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id, 'summary'],
    queryFn: () =>
      unwrap(client.GET('/api/v1/sessions/{session_id}/summary', { params: { path: { session_id: id } } })),
  });

/** What the grader could learn from an answer for a key point; one key with what it has learnt, because each changes the other. */
export const phrasingOfferQuery = (attempt_id: string, point_id: string) =>
  queryOptions({
    queryKey: ['phrasings', 'offer', attempt_id, point_id],
    queryFn: () =>
      unwrap(
        client.GET('/api/v1/attempts/{attempt_id}/phrasings/{point_id}', { params: { path: { attempt_id, point_id } } }),
      ),
  });

export const phrasingsQuery = (item: string) =>
  queryOptions({
    queryKey: ['phrasings', 'item', item],
    queryFn: () => unwrap(client.GET('/api/v1/phrasings', { params: { query: { item } } })),
  });

export const attemptQuery = (id: string) =>
  queryOptions({
    queryKey: ['attempt', id],
    queryFn: () => unwrap(client.GET('/api/v1/attempts/{attempt_id}', { params: { path: { attempt_id: id } } })),
    refetchInterval: (query) => (query.state.data?.graded === false ? 5000 : false),
  });
