import { use, useEffect, useEffectEvent, useId } from 'react';

import { ShortcutContext, type Shortcut } from './shortcuts';

interface Options {
  enabled?: boolean;
  group?: Shortcut['group'];
}

/** Binds keys to an action for as long as the component is there. */
export function useShortcut(chord: string, label: string, action: () => void, options: Options = {}): void {
  const { enabled = true, group = 'On this page' } = options;
  const registry = use(ShortcutContext);
  const id = useId();
  const run = useEffectEvent(action);
  useEffect(() => {
    if (!enabled || registry === null) return undefined;
    return registry.add({ id, chord, label, group, run: () => run() });
  }, [enabled, registry, id, chord, label, group]);
}
