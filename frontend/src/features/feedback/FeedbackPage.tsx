import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { attemptQuery } from '@/api/queries';
import type { SessionView } from '@/api/types';
import { sayPart } from '@/features/session/parts';
import { FollowUps } from '@/features/study/FollowUps';
import { Neighbours } from '@/features/study/Neighbours';
import { Proofs } from '@/features/study/Proofs';
import { Section } from '@/features/study/Section';
import { Prose } from '@/ui/prose/Prose';

import { AnswerCard } from './AnswerCard';
import styles from './FeedbackPage.module.css';
import { NextBar } from './NextBar';
import { PointList } from './PointList';
import { Verdict } from './Verdict';

interface Props {
  attempt: string;
  /** The session that goes on after it; null where it is only looked back on. */
  session: SessionView | null;
}

/** What an answer was worth, why, and what a better one says. */
export function FeedbackPage({ attempt, session }: Props) {
  const { data: feedback } = useSuspenseQuery(attemptQuery(attempt));
  const [active, setActive] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // What the coach may ask next on the same question must not stand here with its answer.
  const moreToCome = session !== null && session.finished_at === null && feedback.deeper !== null;
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <article className={styles.page}>
      <title>{`Feedback: ${feedback.title} · evalmode`}</title>
      <header className={styles.head}>
        <p className={styles.part}>{feedback.part === 'answer' ? 'You were asked' : sayPart(feedback.part)}</p>
        <h1 ref={heading} tabIndex={-1} className={styles.question}>
          <Prose text={feedback.prompt} size="question" />
        </h1>
      </header>
      <Verdict feedback={feedback} />
      <div className={styles.sides}>
        <AnswerCard feedback={feedback} active={active} onActive={setActive} />
        {feedback.graded && <PointList feedback={feedback} active={active} onActive={setActive} />}
      </div>
      <div className={styles.study}>
        <Section title="A strong answer">
          <Prose text={feedback.model_answer} />
        </Section>
        {!moreToCome && (
          <>
            <Section title="Why it matters">
              <Prose text={feedback.why} />
            </Section>
            <FollowUps followUps={feedback.follow_ups} />
            <Proofs itemId={feedback.item_id} proofs={feedback.proofs} points={feedback.points} />
            <Neighbours links={feedback.links} sources={feedback.sources} />
          </>
        )}
      </div>
      {session !== null && <NextBar feedback={feedback} session={session} />}
    </article>
  );
}
