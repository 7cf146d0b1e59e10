import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';

import { rememberPhrasing } from '@/api/actions';
import { phrasingOfferQuery } from '@/api/queries';
import type { PhrasingOffer } from '@/api/types';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './TeachWords.module.css';

interface Props {
  attempt: string;
  point: string;
}

/** The offer to let the grader learn the words that made a key point; nothing is learnt without a second yes. */
export function TeachWords({ attempt, point }: Props) {
  const { data: offer } = useQuery(phrasingOfferQuery(attempt, point));
  if (offer === undefined) return null;
  const said = offer.remembered.filter((one) => one.attempt_id === attempt);
  return (
    <div className={styles.teach}>
      {said.length === 0 ? (
        <Words attempt={attempt} offer={offer} />
      ) : (
        <p role="status">
          Remembered: {said.map((one) => `“${one.phrase}”`).join(', ')}. The question’s page in the library lists it and can
          remove it.
        </p>
      )}
    </div>
  );
}

function Words({ attempt, offer }: { attempt: string; offer: PhrasingOffer }) {
  const id = useId();
  const client = useQueryClient();
  const [words, setWords] = useState(offer.phrase);
  const [asking, setAsking] = useState(false);
  const remember = useMutation({
    mutationFn: () => rememberPhrasing(attempt, offer.point_id, words),
    onSuccess: () => client.invalidateQueries({ queryKey: ['phrasings'] }),
    onError: () => setAsking(false),
  });
  const change = (text: string) => {
    setWords(text);
    setAsking(false);
    remember.reset();
  };
  return (
    <>
      <label htmlFor={id}>Which words said it?</label>
      <textarea
        id={id}
        className={styles.words}
        rows={2}
        maxLength={300}
        value={words}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {asking ? (
        <div className={styles.confirm} role="group" aria-label="Confirm">
          <p>From now on these words count as this key point, in your practice only.</p>
          <Button size="xs" variant="filled" loading={remember.isPending} onClick={() => remember.mutate()}>
            Yes, remember them
          </Button>
          <Button size="xs" variant="subtle" onClick={() => setAsking(false)}>
            No
          </Button>
        </div>
      ) : (
        <Button size="xs" className={styles.remember} disabled={words.trim().length < 3} onClick={() => setAsking(true)}>
          Remember these words for this key point
        </Button>
      )}
      <ErrorNote error={remember.error} />
    </>
  );
}
