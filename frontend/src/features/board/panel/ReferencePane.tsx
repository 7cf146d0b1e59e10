import { Button, SegmentedControl, Select, useComputedColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCopy, IconLock, IconPencil, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';

import { architectureQuery, architecturesQuery, drawingsQuery, revealReferences } from '@/api/board';
import { todayQuery } from '@/api/queries';
import type { ArchitectureView, BoardSolution, ReferenceView, Sheet } from '@/api/types';
import { AskDialog } from '@/features/code/task/AskDialog';
import { Part } from '@/features/code/task/Part';
import { Code } from '@/ui/Code';
import { Prose } from '@/ui/prose/Prose';

import { CopyButton } from './CopyButton';
import styles from './Panes.module.css';
import { RunIt } from './RunIt';
import { SvgView } from './SvgView';
import { useSteps } from './useSteps';

interface Props {
  view: ArchitectureView;
  /** The variant that the drawing comes nearest to. */
  nearest: string;
  read: () => Sheet;
  saveNow: () => Promise<void>;
  onOpen: (reference: ReferenceView) => void;
}

/** The accepted drawings, once one's own was right or given up. */
export function ReferencePane({ view, nearest, read, saveNow, onOpen }: Props) {
  return (
    <div className={styles.pane}>
      {view.solution === null ? <Locked view={view} saveNow={saveNow} /> : <Revealed solution={view.solution} nearest={nearest} onOpen={onOpen} />}
      <RunIt architecture={view.brief.id} read={read} />
    </div>
  );
}

function Locked({ view, saveNow }: Pick<Props, 'view' | 'saveNow'>) {
  const { id, state } = view.brief;
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const give = useMutation({
    mutationFn: async () => {
      await saveNow();
      return revealReferences(id);
    },
    onSuccess: (next) => {
      client.setQueryData(architectureQuery(id).queryKey, next);
      for (const query of [drawingsQuery(id), architecturesQuery, todayQuery]) void client.invalidateQueries({ queryKey: query.queryKey });
    },
  });
  return (
    <div className={styles.locked}>
      <IconLock size={26} aria-hidden="true" />
      <h2>Shown when your drawing is right, or given up</h2>
      <p>Every accepted variant, at two levels of detail, drawn step by step as the data flows, with the module it describes.</p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Give up and see it…
      </Button>
      {asking && (
        <AskDialog
          title="See the reference?"
          yes="Give up and see it"
          no="Keep drawing"
          busy={give.isPending}
          error={give.error}
          onYes={() => give.mutate()}
          onNo={() => setAsking(false)}
        >
          <p>
            {state === 'passed'
              ? 'You have drawn this before. Where it is due now, it counts as forgotten and comes back soon; else looking costs nothing.'
              : 'It counts as not known and comes back soon. Your drawing is kept among the attempts.'}
          </p>
        </AskDialog>
      )}
    </div>
  );
}

function Revealed({ solution, nearest, onOpen }: { solution: BoardSolution; nearest: string; onOpen: (reference: ReferenceView) => void }) {
  const titles = [...new Set(solution.references.map((one) => one.title))];
  const [title, setTitle] = useState(titles.includes(nearest) ? nearest : (titles[0] ?? ''));
  const [detail, setDetail] = useState(false);
  const same = solution.references.filter((one) => one.title === title);
  const reference = same.find((one) => one.detail === detail) ?? same[0];
  return (
    <>
      {reference !== undefined && (
        <Part title="The reference">
          <div className={styles.row}>
            {titles.length > 1 && (
              <Select aria-label="Variant" className={styles.grow} allowDeselect={false} data={titles} value={title} onChange={(next) => setTitle(next ?? title)} />
            )}
            {same.length > 1 && (
              <SegmentedControl
                aria-label="Level of detail"
                data={[
                  { value: 'blocks', label: 'Blocks' },
                  { value: 'all', label: 'Every operation' },
                ]}
                value={reference.detail ? 'all' : 'blocks'}
                onChange={(next) => setDetail(next === 'all')}
              />
            )}
          </div>
          <Shown key={reference.name} reference={reference} onOpen={() => onOpen(reference)} />
        </Part>
      )}
      {solution.equations.length > 0 && (
        <Part title="Key equations">
          <ul className={styles.equations}>
            {solution.equations.map((equation) => (
              <li key={equation}>
                <Prose text={equation} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {solution.why !== '' && (
        <Part title="Why it is built so">
          <Prose text={solution.why} />
        </Part>
      )}
      {solution.listens_for !== '' && (
        <Part title="What an interviewer listens for">
          <Prose text={solution.listens_for} />
        </Part>
      )}
      {reference !== undefined && reference.module !== '' && (
        <Part title="As a module">
          <Code source={reference.module} label={`${reference.title}, as a module`} />
          <CopyButton text={reference.module} label="Copy the module" />
        </Part>
      )}
      {solution.sources.length > 0 && (
        <Part title="Sources">
          <ul className={styles.facts}>
            {solution.sources.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Shown({ reference, onOpen }: { reference: ReferenceView; onOpen: () => void }) {
  const dark = useComputedColorScheme('light') === 'dark';
  const steps = useSteps(reference.steps);
  return (
    <>
      <SvgView svg={dark ? reference.svg_dark : reference.svg} label={reference.title} hidden={steps.hidden} />
      <div className={styles.row}>
        <Button size="sm" leftSection={<IconPlayerPlay size={17} aria-hidden="true" />} disabled={steps.running || reference.steps.length === 0} onClick={steps.play}>
          Animate
        </Button>
        <Button size="sm" leftSection={<IconPencil size={17} aria-hidden="true" />} onClick={onOpen}>
          Open on the canvas
        </Button>
        <CopyButton text={reference.notation} label="Copy as text" icon={<IconCopy size={17} aria-hidden="true" />} />
      </div>
      <p className="visually-hidden" role="status">
        {steps.running ? `Step ${steps.at} of ${reference.steps.length}` : ''}
      </p>
    </>
  );
}
