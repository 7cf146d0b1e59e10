import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';

import { architectureQuery, architecturesQuery, drawingQuery, drawingsQuery, submitDrawing } from '@/api/board';
import type { DrawingFeedback, Sheet } from '@/api/types';

export type HandIn = UseMutationResult<DrawingFeedback, Error, { sheet: Sheet; seconds: number }>;

/** Hands a drawing in; it is kept before it is looked at. */
export function useHandIn(architecture: string, onDone: (feedback: DrawingFeedback, sheet: Sheet) => void): HandIn {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ sheet, seconds }: { sheet: Sheet; seconds: number }) => submitDrawing(architecture, sheet, seconds),
    onSuccess: (feedback, { sheet }) => {
      client.setQueryData(drawingQuery(feedback.attempt_id).queryKey, feedback);
      for (const query of [architectureQuery(architecture), drawingsQuery(architecture), architecturesQuery]) {
        void client.invalidateQueries({ queryKey: query.queryKey });
      }
      for (const room of ['today', 'readiness', 'progress', 'items']) void client.invalidateQueries({ queryKey: [room] });
      onDone(feedback, sheet);
    },
  });
}
