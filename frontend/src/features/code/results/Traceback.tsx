import { IconArrowBackUp } from '@tabler/icons-react';

import { readFrames } from './traceback';
import styles from './Traceback.module.css';

interface Props {
  text: string;
  /** Goes to a line of the program; missing where that program is not in the editor. */
  onLine?: ((line: number) => void) | undefined;
}

/** The candidate's own lines of a traceback; each leads to its line in the editor. */
export function Traceback({ text, onLine }: Props) {
  const frames = readFrames(text);
  if (text === '') return null;
  if (frames.length === 0) return <pre className={styles.raw}>{text}</pre>;
  return (
    <ol className={styles.frames} aria-label="Traceback">
      {frames.map((frame, index) => (
        <li key={index}>
          {onLine === undefined ? (
            <span className={styles.line}>line {frame.line}</span>
          ) : (
            <button type="button" className={styles.jump} onClick={() => onLine(frame.line)} aria-label={`Go to line ${frame.line}`}>
              <IconArrowBackUp size={14} aria-hidden="true" /> line {frame.line}
            </button>
          )}
          {frame.place !== '' && <span className={styles.place}>in {frame.place}</span>}
          {frame.code !== '' && <pre className={styles.code}>{frame.code}</pre>}
        </li>
      ))}
    </ol>
  );
}
