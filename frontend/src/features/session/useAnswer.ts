import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';

import { answerTurn } from '@/api/actions';
import { onConnectionChange, readConnection } from '@/api/connection';
import { isConflict, isUnreachable } from '@/api/errors';
import { attemptQuery } from '@/api/queries';
import type { TurnView } from '@/api/types';

import { forgetLocally, turnKey } from './localDraft';
import type { Drafting } from './useDraft';

type Sending = 'idle' | 'sending' | 'waiting-for-server';

export interface Answering {
  sending: Sending;
  error: unknown;
  submit: () => void;
}

/** Hands the answer in; where the server does not answer, it is handed in as soon as it does. */
export function useAnswer(turn: TurnView, draft: Drafting, spoken: boolean): Answering {
  const { session_id: session, position } = turn;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending>('idle');
  const [error, setError] = useState<unknown>(null);

  const send = async () => {
    const { keeper } = draft;
    await keeper.close();
    const { text } = keeper.read();
    try {
      const feedback = await answerTurn(session, position, { text, spoken, revision: keeper.revision });
      forgetLocally(turnKey(session, position));
      client.setQueryData(attemptQuery(feedback.attempt_id).queryKey, feedback);
      client.removeQueries({ queryKey: ['turn', session, position] });
      await client.invalidateQueries({ queryKey: ['session', session] });
      // In place of the question: “back” must not start the clock of the next one.
      await navigate({
        to: '/session/$id',
        params: { id: session },
        search: { attempt: feedback.attempt_id },
        replace: true,
      });
    } catch (problem) {
      if (isUnreachable(problem)) {
        setSending('waiting-for-server');
        return;
      }
      keeper.reopen();
      setSending('idle');
      if (isConflict(problem)) await keeper.meetConflict(text).catch(() => setError(problem));
      else setError(problem);
    }
  };

  const submit = () => {
    if (sending !== 'idle') return;
    setSending('sending');
    setError(null);
    void send();
  };

  const back = useEffectEvent(() => {
    if (sending === 'waiting-for-server' && readConnection() === 'online') {
      setSending('sending');
      void send();
    }
  });
  useEffect(() => onConnectionChange(() => back()), []);

  return { sending, error, submit };
}
