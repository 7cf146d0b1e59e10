import type { ProofRun } from '@/api/types';

import styles from './Proofs.module.css';

const OUTCOMES: Record<ProofRun['outcome'], string> = {
  proven: 'Proven, just now',
  refuted: 'Refuted',
  timed_out: 'Took too long',
  unavailable: 'Cannot run here',
};

/** What a proof printed when it was run. */
export function ProofResult({ run }: { run: ProofRun | undefined }) {
  return (
    <div role="status">
      {run !== undefined && (
        <div className={styles.result} data-outcome={run.outcome}>
          <strong>{OUTCOMES[run.outcome]}</strong> in {run.seconds.toFixed(1)} s. {run.message}
          {run.evidence !== '' && <pre>{run.evidence.trimEnd()}</pre>}
        </div>
      )}
    </div>
  );
}
