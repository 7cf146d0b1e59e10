import type { ReactNode } from 'react';

import type { Judgement } from '@/api/types';
import { plural } from '@/lib/format';
import { Reveal } from '@/ui/Reveal';

import { CheckCard } from './CheckCard';
import { firstToShow } from './lesson';
import styles from './ResultView.module.css';
import { Traceback } from './Traceback';
import { VerdictHead } from './VerdictHead';

interface Props {
  judgement: Judgement;
  examples?: boolean;
  onLine?: ((line: number) => void) | undefined;
  /** What comes right after the verdict. */
  children?: ReactNode;
}

/** All that a judge says about a program. */
export function ResultView({ judgement, examples = false, onLine, children }: Props) {
  const { checks, stdout, stderr } = judgement;
  const failed = checks.filter((check) => !check.passed);
  const held = checks.filter((check) => check.passed);
  const shown = firstToShow(checks);
  const ownTraceback = failed.every((check) => check.traceback === '') ? judgement.traceback : '';
  return (
    <div className={styles.result}>
      <VerdictHead judgement={judgement} examples={examples} />
      {children}
      <Traceback text={ownTraceback} onLine={onLine} />
      {failed.length > 0 && (
        <section aria-label="Checks that fail">
          {failed.map((check) => (
            <CheckCard key={check.name} check={check} open={check.name === shown} told={check.name === shown ? judgement.message : ''} onLine={onLine} />
          ))}
        </section>
      )}
      {held.length > 0 && (
        <details className={styles.held} open={failed.length === 0}>
          <summary>{held.length === checks.length ? 'All that was checked' : `${plural(held.length, 'check')} that ${held.length === 1 ? 'holds' : 'hold'}`}</summary>
          {held.map((check) => (
            <CheckCard key={check.name} check={check} open={false} />
          ))}
        </details>
      )}
      {(stdout !== '' || stderr !== '') && (
        <div>
          {stdout !== '' && <Output title="What it printed" text={stdout} />}
          {stderr !== '' && <Output title="What it printed as errors" text={stderr} />}
        </div>
      )}
    </div>
  );
}

function Output({ title, text }: { title: string; text: string }) {
  const lines = text.trimEnd().split('\n').length;
  return (
    <Reveal title={`${title} (${plural(lines, 'line')})`}>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.output} tabIndex={0} role="region" aria-label={title}>
        {text}
      </pre>
    </Reveal>
  );
}
