import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconArrowsDiff, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';

import { codeAttemptQuery } from '@/api/code';
import { Code } from '@/ui/Code';
import { ErrorNote } from '@/ui/ErrorNote';

import { ResultView } from '../results/ResultView';
import styles from './AttemptView.module.css';
import { CompareDialog } from './CompareDialog';

interface Props {
  attempt: string;
  source: string;
  onCopy: (source: string) => void;
}

/** One attempt: the program and what the judge said of it. */
export function AttemptView({ attempt, source, onCopy }: Props) {
  const { data: feedback, error } = useQuery(codeAttemptQuery(attempt));
  const [comparing, setComparing] = useState(false);
  if (feedback === undefined) return <ErrorNote error={error} />;
  return (
    <div className={styles.attempt}>
      <div className={styles.actions}>
        <Button size="sm" leftSection={<IconArrowsDiff size={17} aria-hidden="true" />} onClick={() => setComparing(true)}>
          Compare with the editor
        </Button>
        <Button size="sm" leftSection={<IconCopy size={17} aria-hidden="true" />} disabled={feedback.source === source} onClick={() => onCopy(feedback.source)}>
          Copy into the editor
        </Button>
      </div>
      <Code source={feedback.source} label="The program of this attempt" />
      {feedback.says !== '' && <p>{feedback.says}</p>}
      {feedback.judgement !== null && <ResultView judgement={feedback.judgement} />}
      {comparing && (
        <CompareDialog
          title="This attempt and the editor"
          left={feedback.source}
          leftName="This attempt"
          right={source}
          rightName="In your editor"
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}
