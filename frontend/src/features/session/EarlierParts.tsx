import type { EarlierPart } from '@/api/types';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './EarlierParts.module.css';
import { sayPart } from './parts';

/** What was already said to the same question: an interviewer remembers it too. */
export function EarlierParts({ parts }: { parts: readonly EarlierPart[] }) {
  if (parts.length === 0) return null;
  return (
    <section className={styles.parts} aria-label="What you said before">
      {parts.map((part) => (
        <details key={part.part} className={styles.part} open={part === parts.at(-1)}>
          <summary>
            You said · {sayPart(part.part).toLowerCase()}
          </summary>
          {part.part !== 'headline' && part.part !== 'detail' && (
            <p className={styles.prompt}>
              <InlineProse text={part.prompt} />
            </p>
          )}
          <p className={styles.said}>{part.answer === '' ? 'Nothing.' : part.answer}</p>
        </details>
      ))}
    </section>
  );
}
