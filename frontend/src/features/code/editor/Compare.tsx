import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';

import styles from './Compare.module.css';
import { reading } from './setup';

interface Props {
  left: string;
  right: string;
  leftName: string;
  rightName: string;
}

const readOnly = (name: string) => [
  reading,
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': name, 'aria-readonly': 'true' }),
];

/** Two programs side by side, with what differs marked. */
export default function Compare({ left, right, leftName, rightName }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return undefined;
    const view = new MergeView({
      parent: host.current,
      a: { doc: left, extensions: readOnly(leftName) },
      b: { doc: right, extensions: readOnly(rightName) },
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    return () => view.destroy();
  }, [left, right, leftName, rightName]);
  return (
    <>
      <div className={styles.names}>
        <h3>{leftName}</h3>
        <h3>{rightName}</h3>
      </div>
      {left === right && <p className={styles.same}>They are the same, to the letter.</p>}
      <div ref={host} className={styles.sides} />
    </>
  );
}
