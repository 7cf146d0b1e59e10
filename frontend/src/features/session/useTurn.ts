import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { askTurn } from '@/api/actions';
import type { TurnView } from '@/api/types';

import type { ClockReading } from './countdown';

export interface AskedTurn {
  turn: TurnView;
  clock: ClockReading;
}

/** Asking starts the clock on the server the first time and reads it every time after. */
export const turnQuery = (session: string, position: number) =>
  queryOptions({
    queryKey: ['turn', session, position],
    queryFn: async (): Promise<AskedTurn> => {
      const turn = await askTurn(session, position);
      return { turn, clock: { seconds: turn.seconds, used: turn.seconds_used, at: performance.now() } };
    },
    staleTime: Infinity,
    gcTime: 0,
    // The page's clock may stand still while the machine sleeps; the server's does not.
    refetchOnWindowFocus: 'always',
  });

export const useTurn = (session: string, position: number): AskedTurn =>
  useSuspenseQuery(turnQuery(session, position)).data;
