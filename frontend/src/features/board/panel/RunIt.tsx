import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconCheck, IconFlask2, IconX } from '@tabler/icons-react';

import { runSheet } from '@/api/board';
import type { ModuleRun, Sheet } from '@/api/types';
import { Part } from '@/features/code/task/Part';
import { Code } from '@/ui/Code';
import { ErrorNote } from '@/ui/ErrorNote';

import { CopyButton } from './CopyButton';
import styles from './Panes.module.css';

/** The drawing as a module of PyTorch, built and run on real tensors, and compared with the reference. */
export function RunIt({ architecture, read }: { architecture: string; read: () => Sheet }) {
  const run = useMutation({ mutationFn: () => runSheet(architecture, read()) });
  return (
    <Part title="Run your drawing">
      <p className={styles.lead}>It becomes a module, gets real sizes and real tensors, and is compared with the reference under the same weights.</p>
      <Button className={styles.start} leftSection={<IconFlask2 size={18} aria-hidden="true" />} loading={run.isPending} onClick={() => run.mutate()}>
        Run it
      </Button>
      <ErrorNote error={run.error} />
      {run.data !== undefined && <Ran run={run.data} />}
    </Part>
  );
}

function Ran({ run }: { run: ModuleRun }) {
  const sizes = Object.entries(run.sizes);
  const Icon = run.works ? IconCheck : IconX;
  return (
    <div className={styles.ran} role="group" aria-label="What came of it">
      <p className={styles.outcome} data-works={run.works}>
        <Icon size={19} stroke={2.4} aria-hidden="true" />
        {run.says}
      </p>
      <dl className={styles.sizes}>
        {run.parameters !== null && (
          <div>
            <dt>Parameters</dt>
            <dd>{run.parameters.toLocaleString('en-GB')}</dd>
          </div>
        )}
        {sizes.length > 0 && (
          <div>
            <dt>Sizes</dt>
            <dd>{sizes.map(([name, size]) => `${name} = ${size}`).join(', ')}</dd>
          </div>
        )}
        {run.largest_difference !== null && (
          <div>
            <dt>Largest difference from the reference</dt>
            <dd>{run.largest_difference === 0 ? '0' : run.largest_difference.toExponential(1)}</dd>
          </div>
        )}
      </dl>
      {run.nodes.length > 0 && (
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.scroll} tabIndex={0} role="region" aria-label="Shape of what every operation made">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Operation</th>
                <th scope="col">Shape</th>
              </tr>
            </thead>
            <tbody>
              {run.nodes.map((node) => (
                <tr key={node.name}>
                  <td>{node.name}</td>
                  <td>
                    <code>{node.shape}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {run.module !== '' && (
        <>
          <Code source={run.module} label="Your drawing as a module" />
          <CopyButton text={run.module} label="Copy the module" />
        </>
      )}
    </div>
  );
}
