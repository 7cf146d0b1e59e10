import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { checkSheet } from '@/api/board';
import type { BoardCheck, Sheet } from '@/api/types';

import { isBlank } from '../sheet/sheet';

/** How long the pen rests before the drawing is looked at by itself. */
const REST_MS = 700;

interface Looked {
  check: BoardCheck;
  /** What was looked at. */
  sheet: Sheet;
}

export interface Checking {
  check: BoardCheck | null;
  /** The drawing has changed since. */
  stale: boolean;
  busy: boolean;
  error: unknown;
  /** Looks at a drawing now; null where that came to nothing. */
  look: (sheet: Sheet) => Promise<BoardCheck | null>;
  /** Takes over what was said about a drawing that was handed in. */
  take: (check: BoardCheck, sheet: Sheet) => void;
  clear: () => void;
}

/** Has the drawing looked at: when asked, and by itself after each change unless it should be quiet. */
export function useChecking(architecture: string, sheet: Sheet, quiet: boolean): Checking {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const flight = useRef<AbortController | null>(null);

  const look = async (what: Sheet): Promise<BoardCheck | null> => {
    flight.current?.abort();
    const own = new AbortController();
    flight.current = own;
    setBusy(true);
    try {
      const check = await checkSheet(architecture, what, own.signal);
      if (own.signal.aborted) return null;
      setLooked({ check, sheet: what });
      setError(null);
      return check;
    } catch (problem) {
      if (!own.signal.aborted) setError(problem);
      return null;
    } finally {
      if (flight.current === own) {
        flight.current = null;
        setBusy(false);
      }
    }
  };
  const lookByItself = useEffectEvent((what: Sheet) => {
    if (looked?.sheet !== what) void look(what);
  });
  useEffect(() => {
    if (quiet || isBlank(sheet)) return undefined;
    const timer = setTimeout(() => lookByItself(sheet), REST_MS);
    return () => clearTimeout(timer);
  }, [sheet, quiet]);
  useEffect(() => () => flight.current?.abort(), []);

  return {
    check: looked?.check ?? null,
    stale: looked !== null && looked.sheet !== sheet,
    busy,
    error,
    look,
    take: (check, of) => {
      flight.current?.abort();
      setError(null);
      setLooked({ check, sheet: of });
    },
    clear: () => {
      flight.current?.abort();
      setError(null);
      setLooked(null);
    },
  };
}
