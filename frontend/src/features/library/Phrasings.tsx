import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { removePhrasing } from '@/api/actions';
import { phrasingsQuery } from '@/api/queries';
import { Section } from '@/features/study/Section';
import { ErrorNote } from '@/ui/ErrorNote';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './Phrasings.module.css';

/** The words that the grader learnt from this candidate, and the way to take them back. */
export function Phrasings({ itemId }: { itemId: string }) {
  const client = useQueryClient();
  const { data: phrasings = [] } = useQuery(phrasingsQuery(itemId));
  const remove = useMutation({
    mutationFn: removePhrasing,
    onSuccess: () => client.invalidateQueries({ queryKey: ['phrasings'] }),
  });
  if (phrasings.length === 0) return null;
  return (
    <Section title="Your phrasings">
      <p className={styles.lead}>You said that these words make a key point; your answers are graded with them.</p>
      <ul className={styles.list}>
        {phrasings.map((one) => (
          <li key={one.id}>
            <p>
              “{one.phrase}”
              <button
                type="button"
                className={styles.remove}
                aria-label={`Remove “${one.phrase}”`}
                disabled={remove.isPending}
                onClick={() => remove.mutate(one.id)}
              >
                Remove
              </button>
            </p>
            {one.claim !== '' && (
              <p className={styles.claim}>
                <InlineProse text={one.claim} />
              </p>
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={remove.error} />
    </Section>
  );
}
