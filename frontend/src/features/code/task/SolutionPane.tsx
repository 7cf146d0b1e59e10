import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowsDiff, IconLock } from '@tabler/icons-react';
import { useState } from 'react';

import { attemptsQuery, problemQuery, problemsQuery, revealReference } from '@/api/code';
import { todayQuery } from '@/api/queries';
import type { ProblemView, Solution } from '@/api/types';
import { Code } from '@/ui/Code';
import { InlineProse, Prose } from '@/ui/prose/Prose';
import { Reveal } from '@/ui/Reveal';

import { AskDialog } from './AskDialog';
import { CompareDialog } from './CompareDialog';
import { Part } from './Part';
import styles from './SolutionPane.module.css';

interface Props {
  problem: ProblemView;
  source: string;
  /** What stands in the editor is sent before it is kept as the attempt that gave up. */
  saveNow: () => Promise<void>;
}

/** The reference and what is to be known about it, once the problem was passed or given up. */
export function SolutionPane({ problem, source, saveNow }: Props) {
  if (problem.solution !== null) return <Revealed problem={problem} solution={problem.solution} source={source} />;
  return <Locked problem={problem} saveNow={saveNow} />;
}

function Locked({ problem, saveNow }: Pick<Props, 'problem' | 'saveNow'>) {
  const { id, state } = problem.brief;
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: async () => {
      await saveNow();
      return revealReference(id);
    },
    onSuccess: (view) => {
      client.setQueryData(problemQuery(id).queryKey, view);
      for (const query of [attemptsQuery(id), problemsQuery, todayQuery]) {
        void client.invalidateQueries({ queryKey: query.queryKey });
      }
    },
  });
  const left = problem.hints_total - problem.hints.length;
  return (
    <div className={styles.locked}>
      <IconLock size={26} aria-hidden="true" />
      <h2>Shown when you have passed, or given up</h2>
      <p>The reference solution, why it is built so, what it costs, and the two questions that an interviewer asks next.</p>
      {left > 0 && <p>{left === 1 ? 'One hint is' : `${left} hints are`} left; try them first.</p>}
      <Button variant="danger" onClick={() => setAsking(true)}>
        Give up and see it…
      </Button>
      {asking && (
        <AskDialog
          title="See the reference?"
          yes="Give up and see it"
          no="Keep trying"
          busy={give.isPending}
          error={give.error}
          onYes={() => give.mutate()}
          onNo={() => setAsking(false)}
        >
          <p>
            {state === 'passed'
              ? 'You have solved this before. Where it is due now, it counts as forgotten and comes back soon; else looking costs nothing.'
              : 'It counts as not known and comes back soon. Your program is kept among the attempts.'}
          </p>
        </AskDialog>
      )}
    </div>
  );
}

function Revealed({ problem, solution, source }: { problem: ProblemView; solution: Solution; source: string }) {
  const [comparing, setComparing] = useState(false);
  return (
    <div className={styles.revealed}>
      <Part title="The reference">
        <Code source={solution.reference} label="The reference" />
        <Button size="sm" leftSection={<IconArrowsDiff size={17} aria-hidden="true" />} onClick={() => setComparing(true)} className={styles.compare}>
          Compare with yours
        </Button>
      </Part>
      <Part title="Why it is built so">
        <Prose text={solution.why} />
      </Part>
      <Part title="What it costs">
        <p>
          <InlineProse text={solution.complexity} />
        </p>
      </Part>
      {solution.follow_ups.length > 0 && (
        <Part title="They might ask next">
          <div>
            {solution.follow_ups.map((followUp) => (
              <Reveal key={followUp.ask} title={<InlineProse text={followUp.ask} />}>
                <Prose text={followUp.answer} />
              </Reveal>
            ))}
          </div>
        </Part>
      )}
      <Part title="What an interviewer listens for">
        <Prose text={problem.listens_for} />
      </Part>
      {solution.others.length > 0 && (
        <Part title="Other ways">
          <div>
            {solution.others.map((other) => (
              <Reveal key={other.name} title={other.name.replace(/\.py$/, '').replaceAll('_', ' ')}>
                <Code source={other.source} label={other.name} />
              </Reveal>
            ))}
          </div>
        </Part>
      )}
      {solution.sources.length > 0 && (
        <Part title="Sources">
          <ul className={styles.sources}>
            {solution.sources.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Part>
      )}
      {comparing && (
        <CompareDialog
          title="The reference and yours"
          left={solution.reference}
          leftName="The reference"
          right={source}
          rightName="In your editor"
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}
