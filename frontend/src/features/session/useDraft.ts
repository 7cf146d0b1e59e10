import { useState, useSyncExternalStore } from 'react';

import { askTurn, saveDraft } from '@/api/actions';
import type { TurnView } from '@/api/types';

import { DraftKeeper, type DraftState } from './draftKeeper';
import { keepLocally, newerText, recallLocally, turnKey } from './localDraft';
import { useKeeping } from './useKeeping';

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
    newerText(stored, recallLocally(turnKey(session, position))),
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

  useKeeping(keeper, (draft, keepalive) => saveDraft(session, position, draft, keepalive));

  const setText = (text: string) => {
    keeper.type(text);
    keepLocally(turnKey(session, position), { text, revision: keeper.revision });
  };
  return { ...state, keeper, setText };
}
