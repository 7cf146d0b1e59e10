import { Button } from '@mantine/core';

import styles from './LookingBack.module.css';

/** Over a drawing of before: the way back, and the way on from there. */
export function LookingBack({ onGoOn, onBack }: { onGoOn: () => void; onBack: () => void }) {
  return (
    <div className={styles.looking}>
      <p role="status">You look back on a drawing that you handed in.</p>
      <Button size="compact-sm" onClick={onGoOn}>
        Go on from this one
      </Button>
      <Button size="compact-sm" onClick={onBack}>
        Back to your drawing
      </Button>
    </div>
  );
}
