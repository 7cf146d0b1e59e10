/** A copy of the answer in this browser, for when the server or the page goes away in mid-sentence. */

import { forget, recall, remember } from '@/lib/storage';

import type { StoredDraft } from './draftKeeper';

/** What is being written: the answer to a question of a session, or the program for a problem. */
export const turnKey = (session: string, position: number) => `${session} ${position}`;

const keyOf = (what: string) => `evalmode-draft ${what}`;

export function keepLocally(what: string, draft: StoredDraft): void {
  remember(keyOf(what), JSON.stringify(draft));
}

export function forgetLocally(what: string): void {
  forget(keyOf(what));
}

export function recallLocally(what: string): StoredDraft | null {
  return readDraft(recall(keyOf(what)));
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
