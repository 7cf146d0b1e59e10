/** Whether the server answers, and whether it knows this browser: one small store that every request reports to. */

import { useSyncExternalStore } from 'react';

export type Connection = 'online' | 'unreachable' | 'signed-out';

let current: Connection = 'online';
const listeners = new Set<() => void>();

export function reportConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

export const readConnection = (): Connection => current;

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = (): Connection => useSyncExternalStore(onConnectionChange, readConnection);
