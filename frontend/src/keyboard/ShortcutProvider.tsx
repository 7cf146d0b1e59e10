import { useEffect, useState, type ReactNode } from 'react';

import { matchSequence, mayRun, parseChord, type KeyPress, type Situation } from './keymap';
import { ShortcutContext, type Shortcut, type ShortcutRegistry } from './shortcuts';

/** A sequence is forgotten when its next key does not come. */
const PATIENCE_MS = 1200;

const FIELDS = 'input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea, select, [contenteditable=true]';
const CONTROLS = 'button, a[href], summary, input, select, [role=button], [role=tab], [role=radio], [role=option]';

function situationOf(target: EventTarget | null): Situation {
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  return { typing: within(FIELDS), onControl: within(CONTROLS), inDialog: within('[role=dialog]') };
}

function createRegistry(): ShortcutRegistry & { press: (event: KeyboardEvent) => void } {
  const shortcuts = new Map<string, Shortcut>();
  let presses: KeyPress[] = [];
  let last = 0;

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    if (event.timeStamp - last > PATIENCE_MS) presses = [];
    last = event.timeStamp;
    presses = [...presses, event];
    const situation = situationOf(event.target);
    let onItsWay = false;
    // The latest registered wins: a page may use a key that the shell uses elsewhere.
    for (const shortcut of [...shortcuts.values()].reverse()) {
      const steps = parseChord(shortcut.chord);
      if (!mayRun(steps, situation)) continue;
      const match = matchSequence(steps, presses);
      if (match === 'full') {
        presses = [];
        event.preventDefault();
        shortcut.run();
        return;
      }
      onItsWay ||= match === 'partial';
    }
    if (onItsWay) return;
    const alone = presses.length === 1;
    presses = [];
    if (!alone) press(event);
  }

  return {
    press,
    add(shortcut) {
      shortcuts.set(shortcut.id, shortcut);
      return () => {
        if (shortcuts.get(shortcut.id) === shortcut) shortcuts.delete(shortcut.id);
      };
    },
    list: () => [...shortcuts.values()],
  };
}

/** Listens for keys, once for the whole page. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(createRegistry);
  useEffect(() => {
    window.addEventListener('keydown', registry.press);
    return () => window.removeEventListener('keydown', registry.press);
  }, [registry]);
  return <ShortcutContext value={registry}>{children}</ShortcutContext>;
}
