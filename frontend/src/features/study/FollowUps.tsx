import type { FollowUpView } from '@/api/types';
import { Prose, InlineProse } from '@/ui/prose/Prose';
import { Reveal } from '@/ui/Reveal';

import { Section } from './Section';

/** Questions that would come next; think first, then reveal. */
export function FollowUps({ followUps }: { followUps: readonly FollowUpView[] }) {
  if (followUps.length === 0) return null;
  return (
    <Section title="They might ask next">
      {followUps.map((followUp) => (
        <Reveal key={followUp.ask} title={<InlineProse text={followUp.ask} />}>
          <Prose text={followUp.answer} />
        </Reveal>
      ))}
    </Section>
  );
}
