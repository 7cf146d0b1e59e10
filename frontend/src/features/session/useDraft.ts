import { useEffect, useState, useSyncExternalStore } from 'react';

import { askTurn, saveDraft } from '@/api/actions';
import type { TurnView } from '@/api/types';

import { DraftKeeper, type DraftState } from './draftKeeper';
import { keepLocally, newerText, recallLocally } from './localDraft';

const EVERY_MS = 1000;

/** Browsers let no more than 64 kB outlive a page; of a longer text, the copy in this browser is what remains. */
const outlivesPage = (text: string): boolean => new Blob([text]).size < 60_000;

function createKeeper(turn: TurnView): DraftKeeper {
  const { session_id: session, position } = turn;
  const stored = { text: turn.draft, revision: turn.draft_revision };
  return new DraftKeeper(
    {
      save: (text, revision, force) => saveDraft(session, position, { text, revision, force }),
      load: async () => {
        const now = await askTurn(session, position);
        return now.state === 'asked' || now.state === 'waiting'
          ? { text: now.draft, revision: now.draft_revision }
          : null;
      },
    },
    stored,
    newerText(stored, recallLocally(session, position)),
  );
}

export interface Drafting extends DraftState {
  keeper: DraftKeeper;
  setText: (text: string) => void;
}

/** The answer box's text: kept in this browser at every key, on the server every second. */
export function useDraft(turn: TurnView): Drafting {
  const { session_id: session, position } = turn;
  const [keeper] = useState(() => createKeeper(turn));
  const state = useSyncExternalStore(keeper.subscribe, keeper.read);

  useEffect(() => {
    const timer = setInterval(() => void keeper.tick(), EVERY_MS);
    const leave = () => {
      if (!keeper.pending) return;
      const { text } = keeper.read();
      const last = { text, revision: keeper.revision, force: false };
      void saveDraft(session, position, last, outlivesPage(text)).catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keeper, session, position]);

  const setText = (text: string) => {
    keeper.type(text);
    keepLocally(session, position, { text, revision: keeper.revision });
  };
  return { ...state, keeper, setText };
}
