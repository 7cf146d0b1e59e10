import { IconMicrophone, IconPlayerStopFilled } from '@tabler/icons-react';

import { Keys } from '@/keyboard/Keys';
import { useShortcut } from '@/keyboard/useShortcut';

import styles from './DictationButton.module.css';
import { useDictation } from './useDictation';
import { useEars } from './useEars';

interface Props {
  item: string;
  onWords: (words: string) => void;
  disabled: boolean;
}

const LABELS = { idle: 'Speak', listening: 'Stop', transcribing: 'Writing it down…' } as const;

/** Speak instead of typing, where something on this machine can listen; the words land in the box, to be edited. */
export function DictationButton({ item, onWords, disabled }: Props) {
  const ears = useEars();
  const { state, error, toggle } = useDictation(ears, item, onWords);
  useShortcut('alt+m', 'Speak, and stop speaking', toggle, { enabled: ears !== null && !disabled });
  if (ears === null) return null;
  const Icon = state === 'listening' ? IconPlayerStopFilled : IconMicrophone;
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-state={state}
        disabled={disabled || state === 'transcribing'}
        aria-keyshortcuts="Alt+M"
        onClick={toggle}
      >
        <Icon size={17} aria-hidden="true" />
        {LABELS[state]}
        <Keys chord="alt+m" />
      </button>
      <span role="status">{error}</span>
    </>
  );
}
