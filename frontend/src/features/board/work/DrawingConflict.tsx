import { Button, Modal } from '@mantine/core';

import { plural } from '@/lib/format';

import { elementsOf, readSheet } from '../sheet/sheet';
import type { Drawing } from '../sheet/useSheet';
import styles from './DrawingConflict.module.css';

/** Two tabs on one drawing: says what each holds and lets the candidate choose, so that nothing is lost unseen. */
export function DrawingConflict({ drawing }: { drawing: Drawing }) {
  const { status, keeper } = drawing;
  if (status.is !== 'conflict') return null;
  return (
    <Modal opened onClose={keeper.takeOther} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title="Another tab changed this drawing" size="lg">
      <div className={styles.sides}>
        <Side title="Here" text={keeper.read().text}>
          <Button variant="filled" onClick={() => void keeper.keepMine()}>
            Keep what is here
          </Button>
        </Side>
        <Side title="In the other tab" text={status.other.text}>
          <Button onClick={keeper.takeOther}>Take what is there</Button>
        </Side>
      </div>
    </Modal>
  );
}

const WORDS = 12;

function Side({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  const sheet = readSheet(text);
  const elements = elementsOf(sheet.scene);
  const words = elements.flatMap(({ text: said }) => (typeof said === 'string' && said.trim() !== '' ? [said.trim()] : []));
  return (
    <section className={styles.side}>
      <h3>{title}</h3>
      {elements.length > 0 ? (
        <>
          <p>{plural(elements.length, 'element')}</p>
          <p className={styles.words}>{words.slice(0, WORDS).join(' · ')}</p>
        </>
      ) : (
        <pre className={styles.words}>{sheet.notation === '' ? 'Nothing.' : sheet.notation}</pre>
      )}
      {children}
    </section>
  );
}
