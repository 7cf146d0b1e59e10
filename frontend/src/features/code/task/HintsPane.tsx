import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconBulb } from '@tabler/icons-react';

import { problemQuery, takeHint } from '@/api/code';
import type { ProblemView } from '@/api/types';
import { plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';
import { Prose } from '@/ui/prose/Prose';

import styles from './HintsPane.module.css';

/** Hints, one at a time: a question, a pointer, nearly the line. */
export function HintsPane({ problem }: { problem: ProblemView }) {
  const { id } = problem.brief;
  const client = useQueryClient();
  const taken = problem.hints.length;
  const left = problem.hints_total - taken;
  const hint = useMutation({
    mutationFn: () => takeHint(id, taken + 1),
    onSuccess: ({ hints, total }) => {
      client.setQueryData(problemQuery(id).queryKey, (last) => last && { ...last, hints, hints_total: total });
    },
  });
  return (
    <div className={styles.hints}>
      <h2 className="visually-hidden">Hints</h2>
      <p className={styles.lead}>
        {taken === 0
          ? `${plural(left, 'hint')}, each more telling than the one before. A problem solved with hints comes back sooner.`
          : left > 0
            ? `${taken} taken, ${left} left.`
            : 'That was the last hint. What remains is the solution.'}
      </p>
      <ol className={styles.list} aria-live="polite">
        {problem.hints.map((text, index) => (
          <li key={index} className={styles.hint}>
            <span className={styles.number}>{index + 1}</span>
            <Prose text={text} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button variant={taken === 0 ? 'filled' : 'default'} leftSection={<IconBulb size={18} aria-hidden="true" />} loading={hint.isPending} onClick={() => hint.mutate()} className={styles.take}>
          {taken === 0 ? 'Show the first hint' : `Show hint ${taken + 1} of ${problem.hints_total}`}
        </Button>
      )}
      <ErrorNote error={hint.error} />
    </div>
  );
}
