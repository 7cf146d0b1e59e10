import { useCallback, useEffect, useRef, useState } from 'react';

import { transcribe } from '@/api/actions';
import { sayError } from '@/api/errors';

import { listenLocally } from './browserRecogniser';
import { record } from './recorder';
import type { Ears } from './useEars';

type State = 'idle' | 'listening' | 'transcribing';

interface Dictation {
  state: State;
  error: string | null;
  toggle: () => void;
}

interface Running {
  stop: () => void;
  cancel: () => void;
}

/** Speech into words of the answer, started and stopped by the same press. */
export function useDictation(ears: Ears, item: string, onWords: (words: string) => void): Dictation {
  const [state, setState] = useState<State>('idle');
  const [error, setError] = useState<string | null>(null);
  const running = useRef<Running | null>(null);
  useEffect(() => () => running.current?.cancel(), []);

  const done = useCallback((problem: string | null) => {
    running.current = null;
    setState('idle');
    setError(problem);
  }, []);

  const startWhisper = async () => {
    const recording = await record();
    running.current = {
      cancel: recording.cancel,
      stop: () => {
        setState('transcribing');
        recording
          .stop()
          .then((audio) => transcribe(audio, item))
          .then(({ text }) => {
            if (text.trim() !== '') onWords(text.trim());
            done(null);
          })
          .catch((problem: unknown) => done(sayError(problem)));
      },
    };
  };

  const start = async () => {
    setError(null);
    setState('listening');
    try {
      if (ears === 'browser') {
        const { stop } = listenLocally(onWords, done);
        running.current = { stop, cancel: stop };
      } else {
        await startWhisper();
      }
    } catch (problem) {
      done(sayError(problem));
    }
  };

  const toggle = () => {
    if (state === 'idle') void start();
    else if (state === 'listening') running.current?.stop();
  };
  return { state, error, toggle };
}
