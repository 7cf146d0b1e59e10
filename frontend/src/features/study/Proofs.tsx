import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconFlask2 } from '@tabler/icons-react';

import { runProofs } from '@/api/actions';
import type { ProofView } from '@/api/types';
import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';
import { Code } from '@/ui/Code';
import { ErrorNote } from '@/ui/ErrorNote';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './Proofs.module.css';
import { ProofResult } from './ProofResult';
import { Section } from './Section';

interface Props {
  itemId: string;
  proofs: readonly ProofView[];
  points: readonly { id: string; claim: string }[];
}

/** The programs that assert the claims: to read, and to run again here and now. */
export function Proofs({ itemId, proofs, points }: Props) {
  const run = useMutation({ mutationFn: () => runProofs(itemId) });
  const again = () => {
    if (!run.isPending) run.mutate();
  };
  useShortcut('p', 'Run the proof again', again, { enabled: proofs.length > 0 });
  if (proofs.length === 0) return null;
  const claims = new Map(points.map((point) => [point.id, point.claim]));
  return (
    <Section title="The proof" anchor="proof">
      <p className={styles.lead}>Nothing here has to be believed: these programs assert the claims.</p>
      <Button
        leftSection={<IconFlask2 size={18} />}
        rightSection={<Keys chord="p" />}
        loading={run.isPending}
        onClick={again}
      >
        Run it again
      </Button>
      <ErrorNote error={run.error} />
      <div className={styles.proofs}>
        {proofs.map((proof) => (
          <figure key={proof.index} className={styles.proof}>
            <figcaption>
              {proof.proves.map((id) => (
                <p key={id}>
                  <InlineProse text={claims.get(id) ?? id} />
                </p>
              ))}
            </figcaption>
            <Code source={proof.source} label={`Proof ${proof.index + 1}`} />
            <ProofResult run={run.data?.find((result) => result.index === proof.index)} />
          </figure>
        ))}
      </div>
    </Section>
  );
}
