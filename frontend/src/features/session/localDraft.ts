/** A copy of the answer in this browser, for when the server or the page goes away in mid-sentence. */

import { forget, recall, remember } from '@/lib/storage';

import type { StoredDraft } from './draftKeeper';

const keyOf = (session: string, position: number) => `evalmode-draft ${session} ${position}`;

export function keepLocally(session: string, position: number, draft: StoredDraft): void {
  remember(keyOf(session, position), JSON.stringify(draft));
}

export function forgetLocally(session: string, position: number): void {
  forget(keyOf(session, position));
}

export function recallLocally(session: string, position: number): StoredDraft | null {
  return readDraft(recall(keyOf(session, position)));
}

export function readDraft(json: string | null): StoredDraft | null {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    if (typeof value !== 'object' || value === null || !('text' in value) || !('revision' in value)) return null;
    const { text, revision } = value;
    return typeof text === 'string' && typeof revision === 'number' ? { text, revision } : null;
  } catch {
    return null;
  }
}

/**
 * Which text to begin with: the local one where the server has heard nothing newer since it was typed, or where it only
 * goes on from what the server has (a receipt was lost on the way).
 */
export function newerText(stored: StoredDraft, local: StoredDraft | null): string {
  if (local === null) return stored.text;
  const newer = local.revision >= stored.revision || local.text.startsWith(stored.text);
  return newer ? local.text : stored.text;
}
