/** Whether the list of shortcuts is open. A store, because a key, a button and a page may each open it. */

let open = false;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  open = next;
  for (const listener of listeners) listener();
}

export const openShortcutHelp = (): void => set(true);
export const closeShortcutHelp = (): void => set(false);
export const isShortcutHelpOpen = (): boolean => open;

export function onShortcutHelp(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
