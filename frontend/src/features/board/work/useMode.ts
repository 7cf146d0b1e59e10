import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { convertSheet } from '@/api/board';
import type { Sheet } from '@/api/types';

import { emptySheet, isBlank, modeOf, type Mode } from '../sheet/sheet';

export interface Modes {
  mode: Mode;
  busy: boolean;
  error: unknown;
  /** Goes on in the other way with the same drawing. */
  go: (mode: Mode, from: Sheet) => void;
  /** A drawing of that kind came from elsewhere. */
  follow: (sheet: Sheet) => void;
}

/** On the canvas, or in lines of text; the drawing is carried over, and a canvas left as it was comes back as it was. */
export function useMode(sheet: Sheet, usual: Mode, onSheet: (sheet: Sheet) => void): Modes {
  const [mode, setMode] = useState<Mode>(() => modeOf(sheet) ?? usual);
  const [left, setLeft] = useState<{ canvas: Sheet; notation: string } | null>(null);
  const converting = useMutation({
    mutationFn: async ({ to, from }: { to: Mode; from: Sheet }): Promise<Sheet> => {
      if (isBlank(from)) return emptySheet;
      if (to === 'canvas' && left?.notation === from.notation) return left.canvas;
      const { text, scene } = await convertSheet(from, to === 'text' ? 'notation' : 'scene');
      if (to === 'text') setLeft({ canvas: from, notation: text });
      return to === 'text' ? { ...emptySheet, notation: text } : { ...emptySheet, scene };
    },
    onSuccess: (next, { to }) => {
      onSheet(next);
      setMode(to);
    },
  });
  return {
    mode,
    busy: converting.isPending,
    error: converting.error,
    go: (to, from) => {
      if (to !== mode && !converting.isPending) converting.mutate({ to, from });
    },
    follow: (next) => {
      converting.reset();
      setMode(modeOf(next) ?? mode);
    },
  };
}
