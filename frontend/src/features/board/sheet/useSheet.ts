import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';

import { loadSheet, saveSheet } from '@/api/board';
import type { ArchitectureView, Sheet } from '@/api/types';
import { DraftKeeper, type DraftStatus } from '@/features/session/draftKeeper';
import { forgetLocally, keepLocally, newerText, recallLocally } from '@/features/session/localDraft';
import { useKeeping } from '@/features/session/useKeeping';

import { readSheet, writeSheet } from './sheet';

function createKeeper(view: ArchitectureView): DraftKeeper {
  const { id, item_id } = view.brief;
  const stored = { text: writeSheet(view.draft), revision: view.draft_revision };
  return new DraftKeeper(
    {
      save: (text, revision, force) => saveSheet(id, { sheet: readSheet(text), revision, force }),
      load: async () => {
        const { sheet, revision } = await loadSheet(id);
        return { text: writeSheet(sheet), revision };
      },
    },
    stored,
    newerText(stored, recallLocally(item_id)),
  );
}

export interface Drawing {
  sheet: Sheet;
  status: DraftStatus;
  keeper: DraftKeeper;
  setSheet: (sheet: Sheet) => void;
}

/** The drawing in hand: kept in this browser at every change until the server has it, which is within a second. */
export function useSheet(view: ArchitectureView): Drawing {
  const { id, item_id } = view.brief;
  const [keeper] = useState(() => createKeeper(view));
  const { text, status } = useSyncExternalStore(keeper.subscribe, keeper.read);
  const [own, setOwn] = useState<{ text: string; sheet: Sheet } | null>(null);
  useKeeping(keeper, ({ text: last, ...draft }, keepalive) => saveSheet(id, { sheet: readSheet(last), ...draft }, keepalive));

  const saved = status.is === 'saved';
  useEffect(() => {
    // The copy would outlive the round of practice that it belongs to.
    if (saved) forgetLocally(item_id);
  }, [saved, item_id]);

  // What the canvas has just given is not read back from its text: it would look like a drawing from elsewhere.
  const sheet = useMemo(() => (own?.text === text ? own.sheet : readSheet(text)), [own, text]);
  const setSheet = (next: Sheet) => {
    const written = writeSheet(next);
    setOwn({ text: written, sheet: next });
    if (written === keeper.read().text) return;
    keeper.type(written);
    keepLocally(item_id, { text: written, revision: keeper.revision });
  };
  return { sheet, status, keeper, setSheet };
}
