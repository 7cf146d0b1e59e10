import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { sessionQuery } from '@/api/queries';
import type { SessionView } from '@/api/types';

import styles from './ConflictDialog.module.css';
import type { Drafting } from './useDraft';

interface Props {
  session: SessionView;
  position: number;
  draft: Drafting;
}

/** Two tabs on one question: shows both texts and lets the candidate choose, so that nothing is lost unseen. */
export function ConflictDialog({ session, position, draft }: Props) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { status, text, keeper } = draft;

  const goOn = async () => {
    const fresh = await client.query({ ...sessionQuery(session.id), staleTime: 0 });
    const attempt = fresh.turns[position]?.attempt_id;
    await navigate({
      to: '/session/$id',
      params: { id: session.id },
      search: attempt === undefined || attempt === null ? {} : { attempt },
      replace: true,
    });
  };

  if (status.is === 'answered') {
    return (
      <Modal opened onClose={() => void goOn()} title="This question is already answered" size="lg" closeButtonProps={{ 'aria-label': 'Go on' }}>
        <p>It was answered in another tab, and that answer counts. What you typed here:</p>
        <Text text={text} />
        <div className={styles.actions}>
          <Button variant="filled" onClick={() => void goOn()}>
            See its feedback
          </Button>
        </div>
      </Modal>
    );
  }
  if (status.is !== 'conflict') return null;
  return (
    <Modal opened onClose={keeper.takeOther} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false} title="Another tab changed this answer" size="xl">
      <div className={styles.sides}>
        <section>
          <h3>Here</h3>
          <Text text={text} />
          <Button variant="filled" onClick={() => void keeper.keepMine()}>
            Use mine
          </Button>
        </section>
        <section>
          <h3>In the other tab</h3>
          <Text text={status.other.text} />
          <Button onClick={keeper.takeOther}>Use the other</Button>
        </section>
      </div>
    </Modal>
  );
}

function Text({ text }: { text: string }) {
  return <p className={styles.text}>{text === '' ? 'Nothing.' : text}</p>;
}
