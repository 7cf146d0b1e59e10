/** Records the microphone into one blob. */

export interface Recording {
  stop: () => Promise<Blob>;
  cancel: () => void;
}

export const canRecord = (): boolean => 'MediaRecorder' in window && 'mediaDevices' in navigator;

/** Begins to record. Throws a sentence where the microphone is missing or not allowed. */
export async function record(): Promise<Recording> {
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    const denied = error instanceof DOMException && error.name === 'NotAllowedError';
    throw new Error(denied ? 'The browser does not allow the microphone here.' : 'There is no microphone.', {
      cause: error,
    });
  }
  const recorder = new MediaRecorder(stream);
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', (event) => chunks.push(event.data));
  recorder.start();
  const release = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => {
          release();
          resolve(new Blob(chunks, { type: recorder.mimeType }));
        });
        recorder.stop();
      }),
    cancel: () => {
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
}
