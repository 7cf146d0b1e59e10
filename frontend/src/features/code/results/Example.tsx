import type { FailingExample, ShownValue } from '@/api/types';

import styles from './Example.module.css';
import { KindText } from './KindText';
import { breakRows, compareNumbers } from './numbers';

/** The smallest example on which a check fails: what went in, what should have come out, what did. */
export function Example({ example }: { example: FailingExample }) {
  const { inputs, expected, got } = example;
  const sizes = Object.entries(example.sizes);
  return (
    <div className={styles.example}>
      <p className={styles.lead}>The smallest example that fails</p>
      {sizes.length > 0 && (
        <ul className={styles.sizes} aria-label="Sizes">
          {sizes.map(([name, size]) => (
            <li key={name}>
              {name} <strong>{saySize(size)}</strong>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.values}>
        {inputs.map((input) => (
          <Value key={input.name} label={input.name} value={input} />
        ))}
      </div>
      {(expected !== null || got !== null) && (
        <div className={styles.sides}>
          {expected !== null && <Value label="Expected" value={expected} other={got} />}
          {got !== null ? <Value label="Got" value={got} other={expected} marked /> : <p className={styles.nothing}>Nothing came back.</p>}
        </div>
      )}
    </div>
  );
}

function saySize(size: unknown): string {
  if (typeof size === 'boolean') return size ? 'yes' : 'no';
  return typeof size === 'string' ? size : JSON.stringify(size);
}

interface ValueProps {
  label: string;
  value: ShownValue;
  other?: ShownValue | null;
  /** Mark the numbers that differ. */
  marked?: boolean;
}

function Value({ label, value, other = null, marked = false }: ValueProps) {
  const text = breakRows(value.text);
  const pieces = marked && other !== null ? compareNumbers(text, breakRows(other.text)) : [{ text, differs: false }];
  const named = label === 'Expected' || label === 'Got' ? `${label} ${value.name}` : label;
  const plain = other === null && !value.kind.includes('(') && value.text !== '';
  return (
    <div className={styles.value}>
      <p className={styles.name}>
        <span>{named}</span>
        {!plain && <KindText kind={value.kind} other={other?.kind ?? value.kind} />}
      </p>
      {value.text !== '' && (
        // A region that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className={styles.numbers} tabIndex={0} role="region" aria-label={named}>
          {pieces.map((piece, index) =>
            piece.differs ? (
              <mark key={index} className={styles.differs}>
                {piece.text}
              </mark>
            ) : (
              piece.text
            ),
          )}
        </pre>
      )}
    </div>
  );
}
