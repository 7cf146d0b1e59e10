import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';

import type { BoardCheck, EdgeShape } from '@/api/types';

import styles from './Panes.module.css';

interface Props {
  check: BoardCheck | null;
  onPoint: (elements: readonly string[]) => void;
}

const AGREES = {
  yes: { icon: IconCheck, says: 'Right' },
  no: { icon: IconX, says: 'Wrong' },
  open: { icon: IconMinus, says: 'Not known' },
} as const;

/** The shape on every arrow: what is written, what follows from the rest, and how it follows. */
export function ShapesPane({ check, onPoint }: Props) {
  const shapes = check?.shapes;
  if (shapes === undefined || shapes.edges.length === 0) {
    return <p className={styles.lead}>No shapes yet. Write one on an arrow, such as (B, T, d), and every arrow after it is worked out and compared.</p>;
  }
  const sizes = Object.entries(shapes.sizes ?? {});
  return (
    <div className={styles.pane}>
      <h2 className="visually-hidden">Shapes</h2>
      <p className={styles.lead}>
        {shapes.written} written: {shapes.agreeing} right, {shapes.disagreeing} wrong.
      </p>
      {sizes.length > 0 && (
        <dl className={styles.sizes} aria-label="Sizes">
          {sizes.map(([name, size]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>
                <code>{size}</code>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={styles.edges}>
        {shapes.edges.map((edge, index) => (
          <Edge key={index} edge={edge} onPoint={() => onPoint(edge.elements)} />
        ))}
      </ul>
    </div>
  );
}

function Edge({ edge, onPoint }: { edge: EdgeShape; onPoint: () => void }) {
  const agrees = edge.agrees === true ? 'yes' : edge.agrees === false ? 'no' : 'open';
  const { icon: Icon, says } = AGREES[agrees];
  return (
    <li>
      <button type="button" className={styles.edge} data-agrees={agrees} onClick={onPoint}>
        <span className={styles.agrees}>
          <Icon size={14} stroke={2.8} aria-hidden="true" />
          <span className="visually-hidden">{says}: </span>
        </span>
        <span className={styles.edgeWords}>
          <span>
            {edge.source} → {edge.target}
          </span>
          <span className={styles.shapeRow}>
            {edge.written !== '' && <code>{edge.written}</code>}
            {edge.inferred !== '' && edge.inferred !== edge.written && (
              <span>
                follows: <code>{edge.inferred}</code>
              </span>
            )}
          </span>
          {edge.derivation !== '' && <code className={styles.derivation}>{edge.derivation}</code>}
        </span>
      </button>
    </li>
  );
}
