import { IconFlame } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import type { Settings, Today } from '@/api/types';
import { daysUntil, localDay, plural } from '@/lib/format';
import { Meter } from '@/ui/Meter';

import styles from './Facts.module.css';

/** Where the day stands, in a line of figures. */
export function Facts({ today, settings }: { today: Today; settings: Settings }) {
  const goal = settings.daily_goal;
  return (
    <dl className={styles.facts}>
      <Fact name="Today">
        <span className={styles.figure}>{today.practised_today}</span> of {goal}
        <Meter value={today.practised_today / goal} />
      </Fact>
      <Fact name="Streak">
        <span className={styles.figure}>{today.streak_days}</span> {today.streak_days === 1 ? 'day' : 'days'}
        {today.streak_days > 0 && <IconFlame size={20} className={styles.flame} aria-hidden="true" />}
      </Fact>
      <Fact name="Due">
        <span className={styles.figure}>{today.due.length}</span> {today.due.length === 1 ? 'question' : 'questions'}
      </Fact>
      <Fact name="Interview">
        <Interview date={settings.interview_date} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Interview({ date }: { date: string | null }) {
  if (date === null) return <Link to="/settings">Set the date</Link>;
  const days = daysUntil(localDay(date));
  if (days < 0) return <Link to="/settings">Set the next date</Link>;
  if (days === 0) return <span className={styles.figure}>today</span>;
  return (
    <>
      in <span className={styles.figure}>{days}</span> {plural(days, 'day').split(' ')[1]}
    </>
  );
}
