import { Link } from '@tanstack/react-router';

import type { LinkView } from '@/api/types';
import { InlineProse } from '@/ui/prose/Prose';

import styles from './Neighbours.module.css';
import { Section } from './Section';

interface Props {
  links: readonly LinkView[];
  sources: readonly string[];
}

/** How the topic hangs together with others, and where it comes from. */
export function Neighbours({ links, sources }: Props) {
  return (
    <>
      {links.length > 0 && (
        <Section title="Connects to">
          <ul className={styles.links}>
            {links.map((link) => (
              <li key={link.topic}>
                <Link to="/library" search={{ topic: link.topic }} className={styles.topic}>
                  {link.title}
                </Link>
                <p>
                  <InlineProse text={link.why} />
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {sources.length > 0 && (
        <Section title="Sources">
          <ul className={styles.sources}>
            {sources.map((source) => (
              <li key={source}>{source}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
