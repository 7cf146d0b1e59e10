import { useSuspenseQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { progressQuery, settingsQuery } from '@/api/queries';
import { duration, percent, plural } from '@/lib/format';
import { Section } from '@/features/study/Section';
import { Empty } from '@/ui/Empty';
import { FoldedBars } from '@/ui/FoldedBars';
import { PageHeader } from '@/ui/PageHeader';

import { BudgetChart } from './BudgetChart';
import { CalendarChart } from './CalendarChart';
import styles from './ProgressPage.module.css';
import { RetentionChart } from './RetentionChart';

/** All that was practised, looked back on. */
export function ProgressPage() {
  const { data: progress } = useSuspenseQuery(progressQuery);
  const { data: settings } = useSuspenseQuery(settingsQuery);
  if (progress.attempts === 0) {
    return (
      <>
        <PageHeader title="Progress" />
        <Empty title="Here your practice will draw itself">
          <p>After the first answers: a calendar, what you remember, how each topic stands, and your time.</p>
          <Button variant="filled" renderRoot={(props) => <Link to="/rapid" {...props} />}>
            Ask me the first question
          </Button>
        </Empty>
      </>
    );
  }
  const mean = progress.mean_score === null ? '' : `, ${percent(progress.mean_score)} on average`;
  return (
    <>
      <PageHeader title="Progress" lead={`${plural(progress.attempts, 'answer')} in ${duration(progress.minutes * 60)} of practice${mean}.`} />
      <div className={styles.sections}>
        <Section title="Days of practice">
          <CalendarChart days={progress.calendar} goal={settings.daily_goal} />
        </Section>
        <Section title="What you remember">
          <RetentionChart points={progress.retention} desired={settings.desired_retention} />
        </Section>
        <Section title="Time against budget">
          <BudgetChart points={progress.budget} />
        </Section>
        <Section title="Topics, weakest first">
          <FoldedBars
            caption="Mastery by topic"
            first={12}
            bars={progress.topics.map((topic) => ({
              key: topic.topic,
              name: (
                <Link to="/library" search={{ topic: topic.topic }}>
                  {topic.title}
                </Link>
              ),
              score: topic.score,
              note: plural(topic.attempts, 'answer'),
            }))}
          />
        </Section>
      </div>
    </>
  );
}
