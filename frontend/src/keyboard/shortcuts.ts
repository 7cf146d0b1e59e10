/** The shortcuts that are in force now; the list that `?` opens shows the same. */

import { createContext } from 'react';

export interface Shortcut {
  id: string;
  chord: string;
  label: string;
  group: 'Anywhere' | 'On this page';
  run: () => void;
}

export interface ShortcutRegistry {
  add: (shortcut: Shortcut) => () => void;
  list: () => readonly Shortcut[];
}

export const ShortcutContext = createContext<ShortcutRegistry | null>(null);
