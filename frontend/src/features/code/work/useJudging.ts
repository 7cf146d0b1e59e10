import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { attemptsQuery, codeAttemptQuery, problemQuery, problemsQuery, runExamples, submitCode } from '@/api/code';
import type { CodeFeedback, Judgement } from '@/api/types';

export type Outcome = { of: 'examples'; judgement: Judgement } | { of: 'attempt'; feedback: CodeFeedback };

export const judgementOf = (outcome: Outcome): Judgement | null =>
  outcome.of === 'examples' ? outcome.judgement : outcome.feedback.judgement;

export interface Judging {
  outcome: Outcome | null;
  /** Counts the outcomes, so that each is shown and announced as a new one. */
  number: number;
  busy: 'run' | 'submit' | null;
  error: unknown;
  run: (source: string) => void;
  submit: (source: string, seconds: number) => void;
  dismiss: () => void;
}

interface Last {
  outcome: Outcome | null;
  number: number;
}

/** Has programs tried and judged, one at a time. */
export function useJudging(problem: string, onOutcome: (outcome: Outcome) => void): Judging {
  const client = useQueryClient();
  const [last, setLast] = useState<Last>({ outcome: null, number: 0 });
  const show = (outcome: Outcome) => {
    setLast(({ number }) => ({ outcome, number: number + 1 }));
    onOutcome(outcome);
  };
  const run = useMutation({
    mutationFn: (source: string) => runExamples(problem, source),
    onSuccess: (judgement) => show({ of: 'examples', judgement }),
  });
  const submit = useMutation({
    mutationFn: ({ source, seconds }: { source: string; seconds: number }) => submitCode(problem, source, seconds),
    onSuccess: (feedback) => {
      client.setQueryData(codeAttemptQuery(feedback.attempt_id).queryKey, feedback);
      for (const query of [problemQuery(problem), attemptsQuery(problem), problemsQuery]) {
        void client.invalidateQueries({ queryKey: query.queryKey });
      }
      for (const room of ['today', 'readiness', 'progress', 'items']) void client.invalidateQueries({ queryKey: [room] });
      show({ of: 'attempt', feedback });
    },
  });
  const busy = submit.isPending ? 'submit' : run.isPending ? 'run' : null;
  return {
    ...last,
    busy,
    error: submit.error ?? run.error,
    run: (source) => {
      if (busy !== null) return;
      submit.reset();
      run.mutate(source);
    },
    submit: (source, seconds) => {
      if (busy !== null) return;
      run.reset();
      submit.mutate({ source, seconds });
    },
    dismiss: () => setLast(({ number }) => ({ outcome: null, number })),
  };
}
