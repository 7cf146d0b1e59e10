import type { Scene } from './sheet';

const LARGEST = 20_000_000;

/** Reads a file that somebody chose.
 *
 * @throws Error with a sentence that says what is wrong with it.
 */
export async function readSceneFile(file: Blob): Promise<Scene> {
  if (file.size > LARGEST) throw new Error('That file is larger than 20 MB. A drawing is smaller; export it again without images.');
  let value: unknown;
  try {
    value = JSON.parse(await file.text());
  } catch {
    throw new Error('That is no Excalidraw file: it is not JSON. Export the drawing as “.excalidraw” and choose that file.');
  }
  if (typeof value !== 'object' || value === null || !('elements' in value) || !Array.isArray(value.elements)) {
    throw new Error('That file holds no drawing: it has no list of elements. Export the drawing as “.excalidraw” and choose that file.');
  }
  return { type: 'excalidraw', version: 2, source: 'evalmode', elements: value.elements, appState: { viewBackgroundColor: '#ffffff' }, files: {} };
}
