import { useEffect, useState, useSyncExternalStore } from 'react';

import { loadSource, saveSource } from '@/api/code';
import type { ProblemView } from '@/api/types';
import { DraftKeeper, type DraftState } from '@/features/session/draftKeeper';
import { forgetLocally, keepLocally, newerText, recallLocally } from '@/features/session/localDraft';
import { useKeeping } from '@/features/session/useKeeping';

function createKeeper(problem: ProblemView): DraftKeeper {
  const { id, item_id } = problem.brief;
  const stored = { text: problem.draft, revision: problem.draft_revision };
  return new DraftKeeper(
    { save: (text, revision, force) => saveSource(id, { text, revision, force }), load: () => loadSource(id) },
    stored,
    newerText(stored, recallLocally(item_id)),
  );
}

export interface Writing extends DraftState {
  keeper: DraftKeeper;
  setText: (text: string) => void;
}

/** The program being written: kept in this browser at every key until the server has it, which is within a second. */
export function useSource(problem: ProblemView): Writing {
  const { id, item_id } = problem.brief;
  const [keeper] = useState(() => createKeeper(problem));
  const state = useSyncExternalStore(keeper.subscribe, keeper.read);
  useKeeping(keeper, (draft, keepalive) => saveSource(id, draft, keepalive));

  const saved = state.status.is === 'saved';
  useEffect(() => {
    // The copy would outlive the round of practice that it belongs to.
    if (saved) forgetLocally(item_id);
  }, [saved, item_id]);

  const setText = (text: string) => {
    if (text === keeper.read().text) return;
    keeper.type(text);
    keepLocally(item_id, { text, revision: keeper.revision });
  };
  return { ...state, keeper, setText };
}
