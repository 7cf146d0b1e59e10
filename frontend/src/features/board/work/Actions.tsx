import { Button } from '@mantine/core';

import { Keys } from '@/keyboard/Keys';

import styles from './Actions.module.css';

interface Props {
  checking: boolean;
  handingIn: boolean;
  /** A drawing of before is looked at. */
  past: boolean;
  onCheck: () => void;
  onSubmit: () => void;
}

/** Under the drawing: have it looked at, or hand it in. */
export function Actions({ checking, handingIn, past, onCheck, onSubmit }: Props) {
  return (
    <div className={styles.actions}>
      <Button onClick={onCheck} loading={checking} rightSection={<Keys chord="shift+enter" />} aria-keyshortcuts="Shift+Enter">
        Check
      </Button>
      <Button variant="filled" onClick={onSubmit} loading={handingIn} disabled={past} rightSection={<Keys chord="mod+enter" onPen />} aria-keyshortcuts="Control+Enter">
        Hand in
      </Button>
    </div>
  );
}
