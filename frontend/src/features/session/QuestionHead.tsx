import { ActionIcon, Tooltip } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconVolume } from '@tabler/icons-react';
import { useEffect } from 'react';

import { settingsQuery } from '@/api/queries';
import type { TurnView } from '@/api/types';
import { useShortcut } from '@/keyboard/useShortcut';
import { levelNames } from '@/lib/levels';
import { Prose } from '@/ui/prose/Prose';
import { useReadAloud } from '@/voice/useReadAloud';

import type { ClockReading } from './countdown';
import { CountdownRing } from './CountdownRing';
import { sayPart } from './parts';
import styles from './QuestionHead.module.css';

interface Props {
  turn: TurnView;
  clock: ClockReading;
  onOver?: (() => void) | undefined;
}

const nothing = () => undefined;

/** The question as the interviewer puts it, and the time. */
export function QuestionHead({ turn, clock, onOver = nothing }: Props) {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const voice = useReadAloud();
  const { speak } = voice;
  const read = () => speak(turn.prompt);
  useShortcut('alt+r', 'Read the question aloud', read, { enabled: voice.possible });
  useEffect(() => {
    if (settings.read_aloud) speak(turn.prompt);
  }, [settings.read_aloud, speak, turn.prompt]);
  return (
    <header className={styles.head}>
      <div className={styles.meta}>
        {turn.part === 'answer' ? levelNames[turn.level] : `${turn.title} · ${sayPart(turn.part)}`}
        {voice.possible && (
          <Tooltip label="Read aloud (Alt+R)">
            <ActionIcon aria-label="Read the question aloud" size="md" onClick={read}>
              <IconVolume size={18} stroke={1.8} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <h1 className={styles.question} id="question">
        <Prose text={turn.prompt} size="question" />
      </h1>
      <div className={styles.ring}>
        <CountdownRing clock={clock} mode={turn.mode} onOver={onOver} />
      </div>
    </header>
  );
}
