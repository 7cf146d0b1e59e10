import { Button, useComputedColorScheme } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { Suspense, lazy, useMemo } from 'react';

import { convertSheet } from '@/api/board';
import { sayError } from '@/api/errors';
import type { Sheet } from '@/api/types';
import { Pending } from '@/app/shell/Pending';
import { ErrorNote } from '@/ui/ErrorNote';

import { SvgView } from '../panel/SvgView';
import styles from './TextPane.module.css';

const NotationEditor = lazy(() => import('./NotationEditor'));

interface Props {
  sheet: Sheet;
  readOnly: boolean;
  /** Elements that a finding is about. */
  lit: readonly string[];
  onNotation: (notation: string) => void;
  onSubmit: () => void;
  onCheck: () => void;
}

const REST_MS = 400;

/** The same drawing as lines of text, for whoever draws by keyboard, and how it looks. */
export function TextPane({ sheet, readOnly, lit, onNotation, onSubmit, onCheck }: Props) {
  const dark = useComputedColorScheme('light') === 'dark';
  const [drawn] = useDebouncedValue(sheet.notation, REST_MS);
  const written = drawn.trim() !== '';
  const preview = useQuery({
    queryKey: ['board', 'preview', drawn],
    queryFn: () => convertSheet({ scene: null, notation: drawn, corrections: [] }, 'svg'),
    enabled: written,
    placeholderData: (last) => last,
    gcTime: 10_000,
  });
  const marked = useMemo(() => new Set(lit), [lit]);
  const mermaid = useMutation({
    mutationFn: async () => {
      const { text } = await convertSheet({ scene: null, notation: sheet.notation, corrections: [] }, 'mermaid');
      await navigator.clipboard.writeText(text);
    },
  });
  return (
    <div className={styles.text}>
      <p id="notation-help" className={styles.help}>
        One chain a line: <code>x (B, T, d) -&gt; LayerNorm -&gt; MHA h=8 -&gt; + x -&gt; y</code>. A name used before branches off; <code>+ x</code> joins;{' '}
        <code>concat a, b</code> joins several; <code>Label @ a, b</code> takes more inputs; <code>~&gt;</code> is a gradient.
      </p>
      <div className={styles.frame}>
        <Suspense fallback={<Pending />}>
          <NotationEditor text={sheet.notation} readOnly={readOnly} onChange={onNotation} onSubmit={onSubmit} onCheck={onCheck} />
        </Suspense>
      </div>
      <div className={styles.tools}>
        <p className={styles.problem} role="status">
          {written && preview.error !== null ? sayError(preview.error) : ''}
        </p>
        <Button
          size="compact-sm"
          disabled={!written}
          loading={mermaid.isPending}
          leftSection={mermaid.isSuccess ? <IconCheck size={16} aria-hidden="true" /> : <IconCopy size={16} aria-hidden="true" />}
          onClick={() => mermaid.mutate()}
        >
          <span aria-live="polite">{mermaid.isSuccess ? 'Copied' : 'Copy as Mermaid'}</span>
        </Button>
      </div>
      <ErrorNote error={mermaid.error} />
      <div className={styles.preview}>
        {written && preview.data !== undefined ? (
          <SvgView svg={preview.data.text} inverted={dark} label="How it looks" lit={marked} />
        ) : (
          <p className={styles.none}>What you write is drawn here.</p>
        )}
      </div>
    </div>
  );
}
