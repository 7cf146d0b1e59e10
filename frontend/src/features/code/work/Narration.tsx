import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { narrate, problemQuery } from '@/api/code';
import { attemptQuery } from '@/api/queries';
import type { ProblemView } from '@/api/types';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { duration, plural } from '@/lib/format';
import { forget, recall, remember } from '@/lib/storage';
import { Code } from '@/ui/Code';
import { ErrorNote } from '@/ui/ErrorNote';
import { DictationButton } from '@/voice/DictationButton';

import styles from './Narration.module.css';

interface Props {
  problem: ProblemView;
  onDone: () => void;
}

const keyOf = (item: string) => `evalmode-narration ${item}`;

/** Before the code: how one would go about it, said as to an interviewer, and graded like any answer. */
export function Narration({ problem, onDone }: Props) {
  const { id, item_id } = problem.brief;
  const client = useQueryClient();
  const [text, setText] = useState(() => recall(keyOf(item_id)) ?? '');
  const [spoken, setSpoken] = useState(false);
  const [begunAt] = useState(() => Date.now());
  const field = useRef<HTMLTextAreaElement>(null);
  const said = useMutation({
    mutationFn: () => narrate(id, { text, spoken, seconds_used: (Date.now() - begunAt) / 1000 }),
    onSuccess: async (feedback) => {
      forget(keyOf(item_id));
      client.setQueryData(attemptQuery(feedback.attempt_id).queryKey, feedback);
      await client.invalidateQueries({ queryKey: problemQuery(id).queryKey });
      onDone();
    },
  });
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
  }, []);

  const write = (next: string) => {
    setText(next);
    remember(keyOf(item_id), next);
  };
  const addSpoken = (words: string) => {
    write(text.trimEnd() === '' ? words : `${text.trimEnd()} ${words}`);
    setSpoken(true);
  };
  const words = text.split(/\s+/).filter(Boolean).length;
  const hand = () => {
    if (words > 0 && !said.isPending) said.mutate();
  };
  useShortcut('mod+enter', 'Hand in your approach', hand);
  useShortcut('alt+s', 'Straight to the code', onDone);
  return (
    <section className={styles.narration} aria-labelledby="narration">
      <h2 id="narration">First say how you would go about it</h2>
      <p className={styles.lead}>
        As to an interviewer, in about {duration(problem.narration_seconds)}: the idea, the shapes, what could go wrong. It is
        graded like any answer.
      </p>
      <div className={styles.box}>
        <textarea
          ref={field}
          aria-labelledby="narration"
          className={styles.field}
          rows={7}
          placeholder="I would start by…"
          value={text}
          readOnly={said.isPending}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <div className={styles.foot}>
          <DictationButton item={item_id} onWords={addSpoken} disabled={said.isPending} />
          <span className={styles.count}>{plural(words, 'word')}</span>
        </div>
      </div>
      <ErrorNote error={said.error} />
      <div className={styles.actions}>
        <Button size="md" variant="filled" disabled={words === 0} loading={said.isPending} onClick={hand} rightSection={<Keys chord="mod+enter" onPen />}>
          Hand in and write code
        </Button>
        <Button size="md" variant="subtle" onClick={onDone} rightSection={<Keys chord="alt+s" />}>
          Straight to the code
        </Button>
      </div>
      <div className={styles.starter}>
        <p>You begin with</p>
        <Code source={problem.starter} label="What you begin with" />
      </div>
    </section>
  );
}
