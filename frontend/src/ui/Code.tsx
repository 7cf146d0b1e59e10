import { readPython } from './python';
import styles from './Code.module.css';

/** A short Python program. */
export function Code({ source, label }: { source: string; label?: string }) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.code} tabIndex={0} role="region" aria-label={label ?? 'Program'}>
      <code>
        {readPython(source.trimEnd()).map((piece, index) => (
          <span key={index} data-kind={piece.kind}>
            {piece.text}
          </span>
        ))}
      </code>
    </pre>
  );
}
