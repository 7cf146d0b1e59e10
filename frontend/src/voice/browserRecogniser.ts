/** The browser's own recogniser, on the device only. Nothing here ever lets it send sound anywhere. */

interface RecognitionResult {
  readonly isFinal: boolean;
  readonly [index: number]: { readonly transcript: string };
}

interface RecognitionEvent extends Event {
  readonly resultIndex: number;
  readonly results: ArrayLike<RecognitionResult>;
}

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start: () => void;
  stop: () => void;
}

interface RecognitionClass {
  new (): Recognition;
  available?: (options: { langs: string[]; processLocally: true }) => Promise<string>;
}

declare global {
  interface Window {
    SpeechRecognition?: RecognitionClass;
  }
}

const LANGUAGE = 'en-US';

/** `ready`, or `installable` where only the browser's own language pack is missing, or `none`. */
export type LocalRecognition = 'ready' | 'installable' | 'none';

/** Whether the browser can recognise English on this device, now, without fetching anything. */
export async function localRecognition(): Promise<LocalRecognition> {
  const recogniser = window.SpeechRecognition;
  if (recogniser?.available === undefined || !('processLocally' in recogniser.prototype)) return 'none';
  try {
    const answer = await recogniser.available({ langs: [LANGUAGE], processLocally: true });
    if (answer === 'available') return 'ready';
    return answer === 'downloadable' || answer === 'downloading' ? 'installable' : 'none';
  } catch {
    return 'none';
  }
}

export interface Listening {
  stop: () => void;
}

/** Listens until stopped; `onWords` gets each finished phrase. */
export function listenLocally(onWords: (words: string) => void, onEnd: (error: string | null) => void): Listening {
  const recogniser = window.SpeechRecognition;
  if (recogniser === undefined) throw new Error('This browser has no recogniser.');
  const recognition = new recogniser();
  recognition.lang = LANGUAGE;
  recognition.continuous = true;
  recognition.interimResults = false;
  recognition.processLocally = true;
  let error: string | null = null;
  recognition.addEventListener('result', (event) => {
    const { resultIndex, results } = event as RecognitionEvent;
    for (let index = resultIndex; index < results.length; index += 1) {
      const result = results[index];
      const words = result?.[0]?.transcript.trim();
      if (result?.isFinal === true && words !== undefined && words !== '') onWords(words);
    }
  });
  recognition.addEventListener('error', (event) => {
    error = 'error' in event && typeof event.error === 'string' ? sayRecognitionError(event.error) : 'It stopped.';
  });
  recognition.addEventListener('end', () => onEnd(error));
  recognition.start();
  return { stop: () => recognition.stop() };
}

function sayRecognitionError(code: string): string | null {
  if (code === 'no-speech' || code === 'aborted') return null;
  if (code === 'not-allowed') return 'The browser does not allow the microphone here.';
  if (code === 'audio-capture') return 'There is no microphone.';
  return 'This browser cannot recognise speech on the device.';
}
