import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { architectureQuery, sayAboutDrawing } from '@/api/board';
import { attemptQuery } from '@/api/queries';
import type { ArchitectureView, SpokenPart } from '@/api/types';
import { Approach } from '@/features/code/work/Approach';
import { Part } from '@/features/code/task/Part';
import { duration, plural } from '@/lib/format';
import { forget, recall, remember } from '@/lib/storage';
import { ErrorNote } from '@/ui/ErrorNote';
import { Prose } from '@/ui/prose/Prose';
import { DictationButton } from '@/voice/DictationButton';

import styles from './Panes.module.css';

/** What an interviewer asks when the drawing stands: its trade-offs, and what would happen if. */
export function AfterwardsPane({ view }: { view: ArchitectureView }) {
  if (view.spoken.length === 0) return <p className={styles.lead}>Nothing is asked about this drawing.</p>;
  return (
    <div className={styles.pane}>
      <p className={styles.lead}>When the drawing stands, an interviewer points at it and asks. Answer in a few sentences; it is graded like any answer.</p>
      {view.spoken.map((part, index) => (
        <Part key={part.part} title={part.part === 'trade-offs' ? 'Trade-offs' : `Probe ${index}`}>
          <Spoken key={part.attempt_id ?? 'open'} view={view} part={part} />
        </Part>
      ))}
    </div>
  );
}

function Spoken({ view, part }: { view: ArchitectureView; part: SpokenPart }) {
  const [again, setAgain] = useState(false);
  if (part.attempt_id === null || again) return <SayIt view={view} part={part} />;
  return (
    <>
      <Prose text={part.question} />
      <Approach attempt={part.attempt_id} over={view.finished} />
      <Button size="sm" className={styles.start} onClick={() => setAgain(true)}>
        Answer again
      </Button>
    </>
  );
}

function SayIt({ view, part }: { view: ArchitectureView; part: SpokenPart }) {
  const { id, item_id } = view.brief;
  const key = `evalmode-spoken ${item_id} ${part.part}`;
  const client = useQueryClient();
  const [text, setText] = useState(() => recall(key) ?? '');
  const [spoken, setSpoken] = useState(false);
  const [begunAt] = useState(() => Date.now());
  const write = (next: string) => {
    setText(next);
    remember(key, next);
  };
  const saying = useMutation({
    mutationFn: () => sayAboutDrawing(id, part.part, { text, spoken, seconds_used: (Date.now() - begunAt) / 1000 }),
    onSuccess: (feedback) => {
      forget(key);
      client.setQueryData(attemptQuery(feedback.attempt_id).queryKey, feedback);
      const answered = { ...part, attempt_id: feedback.attempt_id, score: feedback.graded ? feedback.score : null };
      client.setQueryData(
        architectureQuery(id).queryKey,
        (last) => last && { ...last, spoken: last.spoken.map((other) => (other.part === part.part ? answered : other)) },
      );
    },
  });
  const words = text.split(/\s+/).filter(Boolean).length;
  const field = `say-${part.part}`;
  return (
    <div className={styles.say}>
      <Prose text={part.question} />
      <label className="visually-hidden" htmlFor={field}>
        Your answer: {part.part === 'trade-offs' ? 'trade-offs' : part.question}
      </label>
      <div className={styles.box}>
        <textarea
          id={field}
          className={styles.field}
          rows={4}
          placeholder="Say it as you would say it aloud…"
          value={text}
          readOnly={saying.isPending}
          onChange={(event) => write(event.currentTarget.value)}
        />
        <div className={styles.foot}>
          <DictationButton
            item={item_id}
            disabled={saying.isPending}
            onWords={(more) => {
              write(text.trimEnd() === '' ? more : `${text.trimEnd()} ${more}`);
              setSpoken(true);
            }}
          />
          <span>
            {plural(words, 'word')} · about {duration(part.seconds)}
          </span>
        </div>
      </div>
      <ErrorNote error={saying.error} />
      <Button variant="filled" className={styles.start} disabled={words === 0} loading={saying.isPending} onClick={() => saying.mutate()}>
        Answer
      </Button>
    </div>
  );
}
