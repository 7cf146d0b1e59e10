import { IconAlertTriangle, IconBulb, IconCheck, IconEyeQuestion, IconMinus, IconPencil, IconX } from '@tabler/icons-react';

import type { BoardCheck, BoardHabit, Finding } from '@/api/types';
import { percent, plural } from '@/lib/format';
import { InlineProse } from '@/ui/prose/Prose';
import { ErrorNote } from '@/ui/ErrorNote';
import { Ring } from '@/ui/Ring';

import { habitWords, severityWords, verdictWords } from '../words';
import styles from './FeedbackPane.module.css';

interface Props {
  check: BoardCheck | null;
  stale: boolean;
  busy: boolean;
  error: unknown;
  /** Nothing is looked at by itself. */
  quiet: boolean;
  active: number | null;
  onFinding: (index: number) => void;
  onHabit: (habit: BoardHabit) => void;
}

const VERDICT_ICONS = { right: IconCheck, wrong: IconX, unreadable: IconEyeQuestion } as const;
const ICONS = { mistake: IconAlertTriangle, habit: IconPencil, hint: IconBulb } as const;

/** What was found, the most important first; each leads to its place. */
export function FeedbackPane({ check, stale, busy, error, quiet, active, onFinding, onHabit }: Props) {
  if (check === null) {
    return (
      <div className={styles.none}>
        <h2>Nothing looked at yet</h2>
        <p>
          {quiet
            ? 'You draw from memory: nobody interrupts. Press Check when you want to know, or hand it in.'
            : 'Draw. As soon as the pen rests, what is there is read, and what is missing is shown here.'}
        </p>
        <ErrorNote error={error} />
      </div>
    );
  }
  const mistakes = check.findings.filter((finding) => finding.severity === 'mistake').length;
  return (
    <div className={styles.feedback}>
      <Verdict check={check} mistakes={mistakes} />
      <p className={styles.state} role="status">
        {busy ? 'Looking at what you changed…' : stale ? 'You have changed it since.' : ''}
      </p>
      <ErrorNote error={error} />
      {check.findings.length > 0 && (
        <section aria-labelledby="findings">
          <h3 id="findings" className="visually-hidden">
            Findings
          </h3>
          <ol className={styles.findings}>
            {check.findings.map((finding, index) => (
              <li key={index}>
                <FindingCard finding={finding} number={index + 1} active={index === active} onOpen={() => onFinding(index)} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {check.habits.length > 0 && <Habits habits={check.habits} onHabit={onHabit} />}
    </div>
  );
}

function Verdict({ check, mistakes }: { check: BoardCheck; mistakes: number }) {
  const words = verdictWords[check.verdict];
  const Icon = VERDICT_ICONS[check.verdict];
  return (
    <header className={styles.verdict} data-tone={words.tone}>
      <div>
        <h2 className={styles.title}>
          <Icon size={22} stroke={2.4} aria-hidden="true" />
          {words.says}
        </h2>
        <p className={styles.says}>
          <InlineProse text={check.message === '' && mistakes > 0 ? `${plural(mistakes, 'mistake')}.` : check.message} />
        </p>
        {check.variant !== '' && <p className={styles.variant}>Compared with: {check.variant}</p>}
      </div>
      <Ring value={check.score} size={74} stroke={10} tone={check.verdict === 'right' ? 'covered' : 'pen'} label={`Score: ${percent(check.score)}`}>
        <span className={styles.score} aria-hidden="true">
          {Math.round(check.score * 100)}
        </span>
      </Ring>
    </header>
  );
}

interface FindingProps {
  finding: Finding;
  number: number;
  active: boolean;
  onOpen: () => void;
}

function FindingCard({ finding, number, active, onOpen }: FindingProps) {
  const words = severityWords[finding.severity];
  const Icon = ICONS[finding.severity];
  return (
    <button type="button" className={styles.finding} data-tone={words.tone} aria-current={active} onClick={onOpen}>
      <span className={styles.mark}>
        <Icon size={16} stroke={2.2} aria-hidden="true" />
        <span className={styles.number}>
          <span className="visually-hidden">{words.says} </span>
          {number}
        </span>
      </span>
      <span className={styles.words}>
        <span className={styles.message}>
          <InlineProse text={finding.message} />
        </span>
        {finding.why !== '' && (
          <span className={styles.why}>
            <InlineProse text={finding.why} />
          </span>
        )}
      </span>
    </button>
  );
}

const KEPT = { yes: 'Kept', no: 'Not yet', open: 'Nothing to judge' } as const;

function Habits({ habits, onHabit }: { habits: readonly BoardHabit[]; onHabit: (habit: BoardHabit) => void }) {
  return (
    <section className={styles.habits} aria-labelledby="habits">
      <h3 id="habits">How it is drawn</h3>
      <p className={styles.small}>Habits never decide the verdict; interviewers notice them.</p>
      <ul>
        {habits.map((habit) => {
          const kept = habit.kept === true ? 'yes' : habit.kept === false ? 'no' : 'open';
          const Icon = { yes: IconCheck, no: IconX, open: IconMinus }[kept];
          return (
            <li key={habit.name} className={styles.habit} data-kept={kept}>
              <span className={styles.kept}>
                <Icon size={14} stroke={2.8} aria-hidden="true" />
                <span className="visually-hidden">{KEPT[kept]}: </span>
              </span>
              <span>
                <strong>{habitWords[habit.name] ?? habit.name}</strong>
                {kept === 'no' && <span className={styles.says}>{habit.message}</span>}
              </span>
              {kept === 'no' && habit.elements.length > 0 && (
                <button type="button" className={styles.where} onClick={() => onHabit(habit)}>
                  Show<span className="visually-hidden"> where: {habitWords[habit.name] ?? habit.name}</span>
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
