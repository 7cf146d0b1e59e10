import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { erase } from '@/api/actions';
import { plural } from '@/lib/format';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './EraseData.module.css';

const CONFIRMATION = 'erase everything';

/** Deletes everything, after the words were typed. */
export function EraseData() {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: erase,
    onSuccess: async () => {
      setOpen(false);
      setTyped('');
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete everything…
      </Button>
      <p role="status">
        {mutation.data !== undefined &&
          `${plural(mutation.data.attempts, 'answer')} and ${plural(mutation.data.sessions, 'session')} deleted.`}
      </p>
      <Modal opened={open} onClose={() => setOpen(false)} title="Delete everything?" closeButtonProps={{ 'aria-label': 'Keep it' }}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === CONFIRMATION) mutation.mutate();
          }}
        >
          <p>
            Every answer, session and memory on this machine is deleted. There is no way back but an export that you made
            before.
          </p>
          <TextInput
            data-autofocus
            label={`Type “${CONFIRMATION}”`}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ErrorNote error={mutation.error} />
          <div className={styles.row}>
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button type="submit" variant="danger" disabled={typed !== CONFIRMATION} loading={mutation.isPending}>
              Delete
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
