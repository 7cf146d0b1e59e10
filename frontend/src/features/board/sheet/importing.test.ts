import { expect, it } from 'vitest';

import { readSceneFile } from './importing';

it('takes the elements of a drawing', async () => {
  const scene = await readSceneFile(new Blob(['{"type": "excalidraw", "elements": [{"id": "a"}], "appState": {"theme": "dark"}}']));
  expect(scene).toMatchObject({ elements: [{ id: 'a' }], appState: { viewBackgroundColor: '#ffffff' } });
});

it('says what is wrong with any other file', async () => {
  await expect(readSceneFile(new Blob(['%PNG']))).rejects.toThrow('not JSON');
  await expect(readSceneFile(new Blob(['{"elements": 3}']))).rejects.toThrow('no list of elements');
  await expect(readSceneFile(new Blob(['null']))).rejects.toThrow('no list of elements');
});
