import { useSuspenseQuery } from '@tanstack/react-query';

import { settingsQuery, todayQuery } from '@/api/queries';
import { greeting, longDate } from '@/lib/format';

import { DueList } from './DueList';
import { Facts } from './Facts';
import { NextStep } from './NextStep';
import { ProblemOfTheDay } from './ProblemOfTheDay';
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
      {today.problem !== null && <ProblemOfTheDay problem={today.problem} />}
      <DueList due={today.due} />
    </div>
  );
}
