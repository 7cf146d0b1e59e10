import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconMinus } from '@tabler/icons-react';

import { abilitiesQuery } from '@/api/queries';
import { ErrorNote } from '@/ui/ErrorNote';

import styles from './Abilities.module.css';

/** What evalmode can do on this machine, and what to install for the rest. */
export function Abilities() {
  const { data: abilities = [], error } = useQuery(abilitiesQuery);
  return (
    <>
      <ErrorNote error={error} />
      <ul className={styles.list}>
        {abilities.map((ability) => (
          <li key={ability.id} className={styles.ability}>
            <span className={styles.icon} data-works={ability.works}>
              {ability.works ? <IconCheck size={16} stroke={3} aria-hidden="true" /> : <IconMinus size={16} stroke={3} aria-hidden="true" />}
              <span className="visually-hidden">{ability.works ? 'Works: ' : 'Does not work here: '}</span>
            </span>
            <div>
              <strong>{ability.title}</strong>
              <p>{ability.says}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
