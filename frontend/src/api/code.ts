/** The coding room: what it reads and what it does. */

import { queryOptions } from '@tanstack/react-query';

import type { Draft } from './actions';
import { client, unwrap } from './client';

const on = (problem: string) => ({ params: { path: { problem } } });

export const problemsQuery = queryOptions({
  queryKey: ['code', 'problems'],
  queryFn: () => unwrap(client.GET('/api/v1/code/problems')),
});

/** What judges here; finding out may take a moment, and once found it seldom changes. */
export const judgeQuery = queryOptions({
  queryKey: ['code', 'status'],
  queryFn: () => unwrap(client.GET('/api/v1/code/status')),
  staleTime: 60_000,
});

export const problemQuery = (problem: string) =>
  queryOptions({
    queryKey: ['code', 'problem', problem],
    queryFn: () => unwrap(client.GET('/api/v1/code/problems/{problem}', on(problem))),
    staleTime: Infinity,
    // Whoever comes back must begin with the draft of now, not of then.
    gcTime: 0,
  });

export const attemptsQuery = (problem: string) =>
  queryOptions({
    queryKey: ['code', 'attempts', problem],
    queryFn: () => unwrap(client.GET('/api/v1/code/problems/{problem}/attempts', on(problem))),
  });

export const codeAttemptQuery = (attempt_id: string) =>
  queryOptions({
    queryKey: ['code', 'attempt', attempt_id],
    queryFn: () => unwrap(client.GET('/api/v1/code/attempts/{attempt_id}', { params: { path: { attempt_id } } })),
  });

export const saveSource = (problem: string, { text, revision, force }: Draft, keepalive = false) =>
  unwrap(
    client.PUT('/api/v1/code/problems/{problem}/draft', {
      ...on(problem),
      body: { source: text, revision, force },
      keepalive,
    }),
  );

export const loadSource = async (problem: string) => {
  const now = await unwrap(client.GET('/api/v1/code/problems/{problem}', on(problem)));
  return { text: now.draft, revision: now.draft_revision };
};

export const runExamples = (problem: string, source: string) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/runs', { ...on(problem), body: { source } }));

export const submitCode = (problem: string, source: string, seconds_used: number) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/attempts', { ...on(problem), body: { source, seconds_used } }));

export const takeHint = (problem: string, number: number) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/hints', { ...on(problem), body: { number } }));

export const revealReference = (problem: string) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/reference', on(problem)));

export interface Narration {
  text: string;
  spoken: boolean;
  seconds_used: number;
}

export const narrate = (problem: string, body: Narration) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/narrations', { ...on(problem), body }));

export const resetProblem = (problem: string, history: boolean) =>
  unwrap(client.POST('/api/v1/code/problems/{problem}/reset', { ...on(problem), body: { history } }));

export const resetAllProblems = (history: boolean) =>
  unwrap(client.POST('/api/v1/code/reset', { body: { history } }));
