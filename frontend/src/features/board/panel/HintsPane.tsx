import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';

import { architectureQuery, nextPiece } from '@/api/board';
import type { ArchitectureView, NextPiece, Sheet } from '@/api/types';
import { plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './Panes.module.css';

interface Props {
  view: ArchitectureView;
  read: () => Sheet;
  onPoint: (elements: readonly string[]) => void;
}

const STAGES = ['A question', 'A direction', 'The piece itself'];

/** The next missing piece, and no other: first a question, then a direction, then the piece itself. */
export function HintsPane({ view, read, onPoint }: Props) {
  const { id } = view.brief;
  const client = useQueryClient();
  const [given, setGiven] = useState<readonly NextPiece[]>([]);
  const taking = useMutation({
    mutationFn: (stage: number) => nextPiece(id, read(), stage),
    onSuccess: (piece) => {
      setGiven((before) => (piece.stage === 1 || piece.done ? [piece] : [...before, piece]));
      client.setQueryData(architectureQuery(id).queryKey, (last) => last && { ...last, hints_taken: piece.hints_taken });
      onPoint(piece.elements);
    },
  });
  const last = given.at(-1);
  const more = last !== undefined && !last.done && last.stage < last.stages;
  return (
    <div className={styles.pane}>
      <h2 className="visually-hidden">Hints</h2>
      <p className={styles.lead}>
        {view.hints_taken === 0
          ? 'A hint looks at your drawing and tells of the next missing piece only. What is drawn with hints comes back sooner.'
          : `${plural(view.hints_taken, 'hint')} taken in this round.`}
      </p>
      <ol className={styles.hints} aria-live="polite">
        {given.map((piece) => (
          <li key={piece.stage} className={styles.hint} data-done={piece.done}>
            <p className={styles.stage}>{piece.done ? 'Nothing is missing' : (STAGES[piece.stage - 1] ?? `Stage ${piece.stage}`)}</p>
            <p>
              <InlineProse text={piece.message} />
            </p>
            {piece.elements.length > 0 && (
              <button type="button" className={styles.link} onClick={() => onPoint(piece.elements)}>
                Show where
              </button>
            )}
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        {more && (
          <Button variant="filled" leftSection={<IconBulb size={18} aria-hidden="true" />} loading={taking.isPending} onClick={() => taking.mutate(last.stage + 1)}>
            Tell me more
          </Button>
        )}
        <Button variant={given.length === 0 ? 'filled' : 'default'} leftSection={<IconBulb size={18} aria-hidden="true" />} loading={taking.isPending} onClick={() => taking.mutate(1)}>
          {given.length === 0 ? 'What is the next piece?' : 'The next piece'}
        </Button>
      </div>
      <ErrorNote error={taking.error} />
    </div>
  );
}
