/** The whiteboard room: what it reads and what it does. */

import { queryOptions } from '@tanstack/react-query';

import { client, unwrap } from './client';
import type { Sheet } from './types';

const on = (architecture: string) => ({ params: { path: { architecture } } });

export const architecturesQuery = queryOptions({
  queryKey: ['board', 'architectures'],
  queryFn: () => unwrap(client.GET('/api/v1/board/architectures')),
});

export const architectureQuery = (architecture: string) =>
  queryOptions({
    queryKey: ['board', 'architecture', architecture],
    queryFn: () => unwrap(client.GET('/api/v1/board/architectures/{architecture}', on(architecture))),
    staleTime: Infinity,
    // Whoever comes back must begin with the draft of now, not of then.
    gcTime: 0,
  });

export const stencilsQuery = queryOptions({
  queryKey: ['board', 'stencils'],
  queryFn: () => unwrap(client.GET('/api/v1/board/stencils')),
  staleTime: Infinity,
});

export const drawingsQuery = (architecture: string) =>
  queryOptions({
    queryKey: ['board', 'attempts', architecture],
    queryFn: () => unwrap(client.GET('/api/v1/board/architectures/{architecture}/attempts', on(architecture))),
  });

export const drawingQuery = (attempt_id: string) =>
  queryOptions({
    queryKey: ['board', 'attempt', attempt_id],
    queryFn: () => unwrap(client.GET('/api/v1/board/attempts/{attempt_id}', { params: { path: { attempt_id } } })),
  });

export interface SheetDraft {
  sheet: Sheet;
  revision: number;
  force: boolean;
}

export const saveSheet = (architecture: string, body: SheetDraft, keepalive = false) =>
  unwrap(client.PUT('/api/v1/board/architectures/{architecture}/draft', { ...on(architecture), body, keepalive }));

export const loadSheet = async (architecture: string) => {
  const now = await unwrap(client.GET('/api/v1/board/architectures/{architecture}', on(architecture)));
  return { sheet: now.draft, revision: now.draft_revision };
};

export const checkSheet = (architecture: string, sheet: Sheet, signal?: AbortSignal) =>
  unwrap(
    client.POST('/api/v1/board/architectures/{architecture}/checks', {
      ...on(architecture),
      body: { sheet },
      ...(signal === undefined ? {} : { signal }),
    }),
  );

export const submitDrawing = (architecture: string, sheet: Sheet, seconds_used: number) =>
  unwrap(
    client.POST('/api/v1/board/architectures/{architecture}/attempts', { ...on(architecture), body: { sheet, seconds_used } }),
  );

export const nextPiece = (architecture: string, sheet: Sheet, stage: number) =>
  unwrap(client.POST('/api/v1/board/architectures/{architecture}/hints', { ...on(architecture), body: { sheet, stage } }));

export const revealReferences = (architecture: string) =>
  unwrap(client.POST('/api/v1/board/architectures/{architecture}/references', on(architecture)));

export const runSheet = (architecture: string, sheet: Sheet) =>
  unwrap(client.POST('/api/v1/board/architectures/{architecture}/modules', { ...on(architecture), body: { sheet } }));

export interface SpokenWords {
  text: string;
  spoken: boolean;
  seconds_used: number;
}

export const sayAboutDrawing = (architecture: string, part: string, body: SpokenWords) =>
  unwrap(
    client.POST('/api/v1/board/architectures/{architecture}/spoken/{part}', {
      params: { path: { architecture, part } },
      body,
    }),
  );

export type Way = 'notation' | 'scene' | 'mermaid' | 'svg';

export const convertSheet = (sheet: Sheet, to: Way) =>
  unwrap(client.POST('/api/v1/board/convert', { body: { sheet, to } }));

export const resetArchitecture = (architecture: string, history: boolean) =>
  unwrap(client.POST('/api/v1/board/architectures/{architecture}/reset', { ...on(architecture), body: { history } }));

export const resetAllArchitectures = (history: boolean) =>
  unwrap(client.POST('/api/v1/board/reset', { body: { history } }));
