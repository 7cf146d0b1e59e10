import { useState } from 'react';

import { recall, remember } from '@/lib/storage';

/** A switch that this browser remembers. */
export function useRemembered(name: string, usual: boolean): [boolean, (on: boolean) => void] {
  const key = `evalmode-board ${name}`;
  const [on, setOn] = useState(() => {
    const kept = recall(key);
    return kept === null ? usual : kept === 'yes';
  });
  const set = (next: boolean) => {
    setOn(next);
    remember(key, next ? 'yes' : 'no');
  };
  return [on, set];
}
