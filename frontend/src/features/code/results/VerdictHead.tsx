import { IconAlertTriangle, IconBan, IconCheck, IconClockExclamation, IconShieldX, IconTool, IconX } from '@tabler/icons-react';

import type { CodeVerdict, Judgement } from '@/api/types';
import { plural } from '@/lib/format';
import { InlineProse } from '@/ui/prose/Prose';

import { lessonOf } from './lesson';
import { Ratio } from './Ratio';
import styles from './VerdictHead.module.css';
import { verdictWords } from './verdictWords';

const ICONS = {
  accepted: IconCheck,
  wrong_answer: IconX,
  forbidden: IconBan,
  runtime_error: IconAlertTriangle,
  syntax_error: IconAlertTriangle,
  time_limit: IconClockExclamation,
  memory_limit: IconClockExclamation,
  output_limit: IconClockExclamation,
  security_violation: IconShieldX,
  internal_error: IconTool,
} as const satisfies Record<CodeVerdict, unknown>;

const saySeconds = (seconds: number): string =>
  seconds < 1 ? `${Math.max(1, Math.round(seconds * 1000))} ms` : `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;

interface Props {
  judgement: Judgement;
  /** Only the visible examples were run. */
  examples: boolean;
}

/** The verdict as icon, words and colour, and first of all what there is to learn from it. */
export function VerdictHead({ judgement, examples }: Props) {
  const { verdict, checks } = judgement;
  const words = verdictWords[verdict];
  const Icon = ICONS[verdict];
  const lesson = lessonOf(judgement);
  const held = checks.filter((check) => check.passed).length;
  const title = verdict === 'accepted' && examples ? 'The examples hold' : words.says;
  const facts = [
    ...(checks.length > 0 && (verdict !== 'accepted' || examples) ? [`${held} of ${plural(checks.length, examples ? 'example' : 'check')} ${held === 1 ? 'holds' : 'hold'}`] : []),
    saySeconds(judgement.seconds),
    ...(judgement.torch === '' ? [] : [`torch ${judgement.torch}`]),
    ...(judgement.tier === 'full' ? ['fully isolated'] : []),
  ];
  return (
    <header className={styles.head} data-tone={words.tone}>
      <p className={styles.verdict}>
        <Icon size={22} stroke={2.4} aria-hidden="true" />
        {title}
      </p>
      <p className={styles.says}>
        <InlineProse text={verdict === 'internal_error' ? 'The judge itself failed. Your program is kept and judged again; it does not count against you.' : lesson.says} />
      </p>
      {lesson.because !== '' && (
        <p className={styles.because}>
          <InlineProse text={lesson.because} />
        </p>
      )}
      {(judgement.reference_ratio !== null || judgement.memory_ratio !== null) && (
        <div className={styles.ratios}>
          {judgement.reference_ratio !== null && <Ratio of="time" ratio={judgement.reference_ratio} />}
          {judgement.memory_ratio !== null && <Ratio of="memory" ratio={judgement.memory_ratio} />}
        </div>
      )}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {judgement.tier !== 'full' && judgement.tier !== '' && <NotIsolated tier={judgement.tier} />}
    </header>
  );
}

export function NotIsolated({ tier }: { tier: string }) {
  return (
    <p className={styles.warning}>
      <IconAlertTriangle size={16} aria-hidden="true" />
      {tier === 'none'
        ? 'Not isolated on this machine: code runs with your own rights, so run only what you wrote yourself.'
        : 'Only partly isolated on this machine: run only code that you trust.'}
    </p>
  );
}
