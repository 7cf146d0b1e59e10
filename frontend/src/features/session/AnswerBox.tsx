import type { Ref } from 'react';

import type { TurnView } from '@/api/types';
import { plural } from '@/lib/format';
import { DictationButton } from '@/voice/DictationButton';

import styles from './AnswerBox.module.css';
import { SavedMark } from './SavedMark';
import type { Answering } from './useAnswer';
import type { Drafting } from './useDraft';

interface Props {
  ref: Ref<HTMLTextAreaElement>;
  turn: TurnView;
  draft: Drafting;
  busy: boolean;
  sending: Answering['sending'];
  onSpoken: () => void;
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Where the answer is typed, or spoken and then edited. */
export function AnswerBox({ ref, turn, draft, busy, sending, onSpoken }: Props) {
  const addSpoken = (words: string) => {
    const before = draft.keeper.read().text.trimEnd();
    draft.setText(before === '' ? words : `${before} ${words}`);
    onSpoken();
  };
  return (
    <div className={styles.box}>
      <label className="visually-hidden" htmlFor="answer">
        Your answer
      </label>
      <textarea
        ref={ref}
        id="answer"
        className={styles.field}
        aria-describedby="question"
        placeholder="Say it as you would say it aloud…"
        rows={8}
        spellCheck
        autoComplete="off"
        readOnly={busy}
        value={draft.text}
        onChange={(event) => draft.setText(event.currentTarget.value)}
      />
      <div className={styles.foot}>
        <DictationButton item={turn.item_id} onWords={addSpoken} disabled={busy} />
        <span className={styles.count}>{plural(countWords(draft.text), 'word')}</span>
        <SavedMark status={draft.status} sending={sending} />
      </div>
    </div>
  );
}
