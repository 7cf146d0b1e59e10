import { useMutation } from '@tanstack/react-query';

import { convertSheet } from '@/api/board';
import type { Sheet } from '@/api/types';

import type { FileKind } from '../canvas/files';
import { readSceneFile } from '../sheet/importing';
import type { Scene } from '../sheet/sheet';

export interface Files {
  error: unknown;
  save: (sheet: Sheet, kind: FileKind) => void;
  open: (file: File) => void;
}

/** Drawings to files and back; one that was written as text is laid out first. */
export function useFiles(name: string, onOpened: (scene: Scene) => void): Files {
  const saving = useMutation({
    mutationFn: async ({ sheet, kind }: { sheet: Sheet; kind: FileKind }) => {
      const scene = sheet.scene ?? (await convertSheet(sheet, 'scene')).scene;
      const { saveFile } = await import('../canvas/files');
      await saveFile(scene ?? {}, name, kind);
    },
  });
  const opening = useMutation({ mutationFn: (file: File) => readSceneFile(file), onSuccess: onOpened });
  return {
    error: saving.error ?? opening.error,
    save: (sheet, kind) => {
      opening.reset();
      saving.mutate({ sheet, kind });
    },
    open: (file) => {
      saving.reset();
      opening.mutate(file);
    },
  };
}
