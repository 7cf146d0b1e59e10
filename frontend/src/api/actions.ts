/** What the rooms do: plain functions over the API, for mutations. */

import { client, unwrap } from './client';
import type { SessionRequest, Settings } from './types';

const turn = (session_id: string, position: number) => ({ params: { path: { session_id, position } } });

export const startSession = (body: SessionRequest) => unwrap(client.POST('/api/v1/sessions', { body }));

export const finishSession = (session_id: string) =>
  unwrap(client.POST('/api/v1/sessions/{session_id}/finish', { params: { path: { session_id } } }));

export const askTurn = (session: string, position: number) =>
  unwrap(client.POST('/api/v1/sessions/{session_id}/turns/{position}/ask', turn(session, position)));

export interface Draft {
  text: string;
  revision: number;
  force: boolean;
}

export const saveDraft = (session: string, position: number, body: Draft, keepalive = false) =>
  unwrap(
    client.PUT('/api/v1/sessions/{session_id}/turns/{position}/draft', { ...turn(session, position), body, keepalive }),
  );

export interface Answer {
  text: string;
  spoken: boolean;
  revision: number | null;
}

export const answerTurn = (session: string, position: number, body: Answer) =>
  unwrap(client.POST('/api/v1/sessions/{session_id}/turns/{position}/answer', { ...turn(session, position), body }));

export const skipTurn = (session: string, position: number) =>
  unwrap(client.POST('/api/v1/sessions/{session_id}/turns/{position}/skip', turn(session, position)));

export const stopDeeper = (session: string, position: number) =>
  unwrap(client.POST('/api/v1/sessions/{session_id}/turns/{position}/stop', turn(session, position)));

export const override = (attempt_id: string, point_id: string, said: boolean) =>
  unwrap(
    client.PUT('/api/v1/attempts/{attempt_id}/overrides/{point_id}', {
      params: { path: { attempt_id, point_id } },
      body: { said },
    }),
  );

export const rememberPhrasing = (attempt_id: string, point_id: string, phrase: string) =>
  unwrap(
    client.POST('/api/v1/attempts/{attempt_id}/phrasings', {
      params: { path: { attempt_id } },
      body: { point_id, phrase },
    }),
  );

export const removePhrasing = (phrasing_id: string) =>
  unwrap(client.DELETE('/api/v1/phrasings/{phrasing_id}', { params: { path: { phrasing_id } } }));

export const undoReview = (attempt_id: string) =>
  unwrap(client.POST('/api/v1/attempts/{attempt_id}/undo', { params: { path: { attempt_id } } }));

export function runProofs(itemId: string) {
  const [kind = '', slug = ''] = itemId.split('/');
  return unwrap(client.POST('/api/v1/items/{kind}/{slug}/proofs', { params: { path: { kind, slug } } }));
}

export const putSettings = (body: Settings) => unwrap(client.PUT('/api/v1/settings', { body }));

const upload = (name: string, file: Blob, filename: string) => {
  const form = new FormData();
  form.append(name, file, filename);
  return form;
};

export const importData = (file: File) =>
  unwrap(
    client.POST('/api/v1/import', {
      body: { file: '' },
      bodySerializer: () => upload('file', file, file.name),
    }),
  );

export const transcribe = (audio: Blob, item: string) =>
  unwrap(
    client.POST('/api/v1/voice/transcriptions', {
      params: { query: { item } },
      body: { file: '' },
      bodySerializer: () => upload('file', audio, 'answer.webm'),
    }),
  );

export const erase = () => unwrap(client.POST('/api/v1/erase', { body: { confirm: 'erase everything' } }));

export const isThere = () => unwrap(client.GET('/api/v1/health'));
