import { useEffect, useEffectEvent } from 'react';

import type { Draft } from '@/api/actions';

import type { DraftKeeper } from './draftKeeper';

const EVERY_MS = 1000;

/** Browsers let no more than 64 kB outlive a page; of a longer text, the copy in this browser is what remains. */
const outlivesPage = (text: string): boolean => new Blob([text]).size < 60_000;

/** Has a keeper save every second, and once more when the page or the room is left. */
export function useKeeping(keeper: DraftKeeper, save: (draft: Draft, keepalive: boolean) => Promise<unknown>): void {
  const sendLast = useEffectEvent(save);
  useEffect(() => {
    const timer = setInterval(() => void keeper.tick(), EVERY_MS);
    const leave = () => {
      if (!keeper.pending) return;
      const { text } = keeper.read();
      const last = { text, revision: keeper.revision, force: false };
      void sendLast(last, outlivesPage(text)).catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper]);
}
