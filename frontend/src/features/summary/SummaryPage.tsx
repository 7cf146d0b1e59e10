import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';

import { summaryQuery } from '@/api/queries';
import type { SessionSummary } from '@/api/types';
import { duration, percent, plural } from '@/lib/format';
import { Section } from '@/features/study/Section';
import { FoldedBars } from '@/ui/FoldedBars';
import { PageHeader } from '@/ui/PageHeader';
import { Ring } from '@/ui/Ring';

import { ComesBack } from './ComesBack';
import { Habits } from './Habits';
import { Missed } from './Missed';
import { SummaryActions } from './SummaryActions';
import styles from './SummaryPage.module.css';
import { TimeBars } from './TimeBars';
import { VerdictBar } from './VerdictBar';
import { headline } from './headline';

const route = getRouteApi('/session/$id/summary');

/** A session, looked back on: what went well, what was missed, when it returns. */
export function SummaryPage() {
  const { id } = route.useParams();
  const { data: summary } = useSuspenseQuery(summaryQuery(id));
  const none = summary.answered === 0;
  return (
    <>
      <PageHeader title={headline(summary)} tab="Summary" lead={sayPace(summary)}>
        <Ring value={summary.score} size={132} stroke={10} label={`Mean score: ${percent(summary.score)}`}>
          <span className={styles.score} aria-hidden="true">
            {Math.round(summary.score * 100)}
          </span>
        </Ring>
      </PageHeader>
      <SummaryActions summary={summary} />
      {!none && (
        <div className={styles.sections}>
          <Section title="What you did with the key points">
            <VerdictBar verdicts={summary.verdicts} />
          </Section>
          <Missed missed={summary.missed} />
          <Habits habits={summary.habits} />
          <Section title="By topic">
            <FoldedBars
              caption="Mean score by topic"
              first={10}
              bars={summary.by_topic.map((topic) => ({
                key: topic.topic,
                name: topic.title,
                score: topic.score,
                note: plural(topic.attempts, 'question'),
              }))}
            />
          </Section>
          <Section title="Time against budget">
            <TimeBars session={summary.session} />
          </Section>
          <ComesBack items={summary.comes_back} />
        </div>
      )}
    </>
  );
}

function sayPace(summary: SessionSummary): string {
  if (summary.answered === 0) return 'Nothing was answered, so there is nothing to judge. That is fine.';
  const parts = [
    `${plural(summary.answered, 'answer')} in ${duration(summary.seconds_used)} of ${duration(summary.seconds_allotted)}`,
  ];
  if (summary.words_per_minute !== null) parts.push(`${Math.round(summary.words_per_minute)} words a minute`);
  if (summary.skipped > 0) parts.push(`${summary.skipped} skipped`);
  return `${parts.join(' · ')}.`;
}
