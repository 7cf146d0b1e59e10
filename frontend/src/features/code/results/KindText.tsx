import { compareKind } from './kinds';
import styles from './KindText.module.css';

/** A shape and type; the dimensions that are not as in the other one are marked, and said to be so. */
export function KindText({ kind, other }: { kind: string; other: string }) {
  const pieces = compareKind(kind, other);
  return (
    <code className={styles.kind}>
      {pieces.map((piece, index) =>
        piece.differs ? (
          <mark key={index} className={styles.differs}>
            {piece.text}
          </mark>
        ) : (
          piece.text
        ),
      )}
      {pieces.some((piece) => piece.differs) && <span className="visually-hidden"> (differs)</span>}
    </code>
  );
}
