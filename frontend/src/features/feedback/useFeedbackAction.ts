import { useMutation, useQueryClient } from '@tanstack/react-query';

import { override, undoReview } from '@/api/actions';
import { attemptQuery } from '@/api/queries';
import type { Feedback } from '@/api/types';

/** Changes to a verdict after the fact: “I did say that”, and undoing the review. */
export function useFeedbackAction(attempt: string) {
  const client = useQueryClient();
  const onSuccess = (feedback: Feedback) => {
    client.setQueryData(attemptQuery(attempt).queryKey, feedback);
    for (const key of ['session', 'today', 'readiness', 'progress', 'items', 'phrasings']) {
      void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const say = useMutation({
    mutationFn: ({ point, said }: { point: string; said: boolean }) => override(attempt, point, said),
    onSuccess,
  });
  const undo = useMutation({ mutationFn: () => undoReview(attempt), onSuccess });
  return { say, undo };
}
