import { useMemo } from 'react';

import { MarkdownBlocks } from './MarkdownBlocks';
import { MarkdownInline } from './MarkdownInline';
import { readInline, readMarkdown } from './markdown';
import styles from './Prose.module.css';

interface Props {
  text: string;
  /** Larger, for the question itself. */
  size?: 'normal' | 'question';
}

/** Markdown with mathematics, set for reading. */
export function Prose({ text, size = 'normal' }: Props) {
  const tokens = useMemo(() => readMarkdown(text), [text]);
  return (
    <div className={styles.prose} data-size={size}>
      <MarkdownBlocks tokens={tokens} />
    </div>
  );
}

/** The same within a line of other text. */
export function InlineProse({ text }: { text: string }) {
  const tokens = useMemo(() => readInline(text), [text]);
  return <MarkdownInline tokens={tokens} />;
}
