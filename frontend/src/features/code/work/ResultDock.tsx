import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

import { relativeDay } from '@/lib/format';

import { lessonOf } from '../results/lesson';
import { ResultView } from '../results/ResultView';
import { verdictWords } from '../results/verdictWords';
import styles from './ResultDock.module.css';
import { judgementOf, type Outcome } from './useJudging';

interface Props {
  outcome: Outcome;
  onLine: (line: number) => void;
  onClose: () => void;
  onSolution: () => void;
}

/** What the judge said, under the editor. */
export function ResultDock({ outcome, onLine, onClose, onSolution }: Props) {
  const dock = useRef<HTMLElement>(null);
  useEffect(() => {
    dock.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const judgement = judgementOf(outcome);
  const memory = outcome.of === 'attempt' ? outcome.feedback.memory : null;
  const accepted = outcome.of === 'attempt' && judgement?.verdict === 'accepted';
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={dock} className={styles.dock} tabIndex={0} aria-label="Result">
      <Tooltip label="Close the result">
        <ActionIcon className={styles.close} aria-label="Close the result" onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </Tooltip>
      {judgement === null ? (
        <p className={styles.waiting}>
          <strong>Kept, and not judged yet.</strong> {outcome.of === 'attempt' && outcome.feedback.says}
        </p>
      ) : (
        <ResultView judgement={judgement} examples={outcome.of === 'examples'} onLine={onLine}>
          {accepted && (
            <div className={styles.next}>
              <p>{memory !== null && `It comes back ${relativeDay(new Date(memory.due))}. `}Now look how the reference does it, and what an interviewer would ask next.</p>
              <Button variant="filled" onClick={onSolution}>
                See the reference
              </Button>
              <Button renderRoot={(props) => <Link to="/code" {...props} />}>All problems</Button>
            </div>
          )}
        </ResultView>
      )}
    </section>
  );
}

/** The same in one breath, for those who do not see it. */
export function sayOutcome(outcome: Outcome): string {
  const judgement = judgementOf(outcome);
  if (judgement === null) return 'Your program is kept, and not judged yet.';
  const { verdict, checks } = judgement;
  const held = checks.filter((check) => check.passed).length;
  const title = verdict === 'accepted' && outcome.of === 'examples' ? 'The examples hold' : verdictWords[verdict].says;
  return `${title}. ${held} of ${checks.length} checks hold. ${verdict === 'accepted' ? '' : lessonOf(judgement).says}`;
}
