import { useCallback, useEffect, useState } from 'react';

import { plainSpeech } from './plainSpeech';

const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

/** Only voices of this machine: others would send the text to their vendor. */
const localVoice = (): SpeechSynthesisVoice | undefined => {
  const voices = synthesis?.getVoices().filter((voice) => voice.localService && voice.lang.startsWith('en')) ?? [];
  return voices.find((voice) => voice.default) ?? voices[0];
};

interface ReadAloud {
  /** Whether this machine has an English voice of its own. */
  possible: boolean;
  speak: (text: string) => void;
}

/** Reads a text aloud with a voice of this machine, and falls silent when the page moves on. */
export function useReadAloud(): ReadAloud {
  const [possible, setPossible] = useState(() => localVoice() !== undefined);

  useEffect(() => {
    if (synthesis === undefined) return undefined;
    const look = () => setPossible(localVoice() !== undefined);
    synthesis.addEventListener('voiceschanged', look);
    return () => {
      synthesis.removeEventListener('voiceschanged', look);
      synthesis.cancel();
    };
  }, []);

  const speak = useCallback((text: string) => {
    const voice = localVoice();
    if (voice === undefined || synthesis === undefined) return;
    synthesis.cancel();
    const utterance = new SpeechSynthesisUtterance(plainSpeech(text));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    synthesis.speak(utterance);
  }, []);

  return { possible, speak };
}
