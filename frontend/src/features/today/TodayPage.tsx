import { useSuspenseQuery } from '@tanstack/react-query';

import { settingsQuery, todayQuery } from '@/api/queries';
import { greeting, longDate } from '@/lib/format';

import { DueList } from './DueList';
import { Exercise } from './Exercise';
import { Facts } from './Facts';
import { NextStep } from './NextStep';
import { ReadinessDial } from './ReadinessDial';
import styles from './TodayPage.module.css';

/** The first page of the day: one thing to do, and where you stand. */
export function TodayPage() {
  const { data: today } = useSuspenseQuery(todayQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const now = new Date();
  return (
    <div className={styles.page}>
      <title>Today · evalmode</title>
      <section className={styles.hero}>
        <div className={styles.words}>
          <p className={styles.date}>{longDate(now)}</p>
          <h1 className={styles.greeting}>{greeting(now.getHours())}</h1>
          <NextStep today={today} />
        </div>
        <ReadinessDial ready={today.ready} of={today.ready_of} />
      </section>
      <Facts today={today} settings={settings} />
      <div className={styles.exercises}>
        {today.problem !== null && <Exercise exercise={today.problem} />}
        {today.drawing !== null && <Exercise exercise={today.drawing} />}
      </div>
      <DueList due={today.due} />
    </div>
  );
}
