import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { skipTurn } from '@/api/actions';
import { sessionQuery } from '@/api/queries';
import type { SessionView } from '@/api/types';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { ErrorNote } from '@/ui/ErrorNote';

import { AnswerBox } from './AnswerBox';
import { ConflictDialog } from './ConflictDialog';
import { EarlierParts } from './EarlierParts';
import { forgetLocally, turnKey } from './localDraft';
import { QuestionHead } from './QuestionHead';
import styles from './QuestionPage.module.css';
import { useAnswer } from './useAnswer';
import { useDraft } from './useDraft';
import { useTurn } from './useTurn';

interface Props {
  session: SessionView;
  position: number;
  onSkipped: () => void;
}

/** One question, its clock, and the box for the answer. */
export function QuestionPage({ session, position, onSkipped }: Props) {
  const { turn, clock } = useTurn(session.id, position);
  const draft = useDraft(turn);
  const [spoken, setSpoken] = useState(false);
  const answering = useAnswer(turn, draft, spoken);
  const box = useRef<HTMLTextAreaElement>(null);
  const client = useQueryClient();

  const skip = useMutation({
    mutationFn: () => skipTurn(session.id, position),
    onSuccess: (next) => {
      forgetLocally(turnKey(session.id, position));
      client.setQueryData(sessionQuery(session.id).queryKey, next);
      onSkipped();
    },
  });

  useEffect(() => {
    const field = box.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const busy = answering.sending !== 'idle' || skip.isPending;
  const doSkip = () => {
    if (!busy) skip.mutate();
  };
  useShortcut('mod+enter', 'Answer', answering.submit);
  useShortcut('alt+s', 'Skip this question', doSkip);

  return (
    <article className={styles.page}>
      <title>{`Question ${position + 1} · evalmode`}</title>
      <QuestionHead turn={turn} clock={clock} onOver={turn.mode === 'pressure' ? answering.submit : undefined} />
      <EarlierParts parts={turn.earlier} />
      <AnswerBox ref={box} turn={turn} draft={draft} busy={busy} sending={answering.sending} onSpoken={() => setSpoken(true)} />
      <ErrorNote error={answering.error ?? skip.error} />
      <div className={styles.actions}>
        <Button size="md" variant="filled" onClick={answering.submit} loading={answering.sending === 'sending'} rightSection={<Keys chord="mod+enter" onPen />} aria-keyshortcuts="Control+Enter">
          Answer
        </Button>
        <Button size="md" variant="subtle" onClick={doSkip} disabled={busy} rightSection={<Keys chord="alt+s" />} aria-keyshortcuts="Alt+S">
          Skip
        </Button>
        <p className={styles.note}>
          {turn.mode === 'pressure' ? 'When the time is up, what stands here is graded.' : 'No pressure: the clock only measures.'}
        </p>
      </div>
      <ConflictDialog session={session} position={position} draft={draft} />
    </article>
  );
}
