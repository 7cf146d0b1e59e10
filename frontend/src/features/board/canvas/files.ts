/** Drawings as files: out as Excalidraw, SVG and PNG, and in from any of the first. */

import { exportToBlob, exportToSvg, restoreElements } from '@excalidraw/excalidraw';
import type { ExcalidrawElement, NonDeleted } from '@excalidraw/excalidraw/element/types';

import { elementsOf, type Scene } from '../sheet/sheet';

export type FileKind = 'excalidraw' | 'svg' | 'png';

const PADDING = 24;

const drawn = (scene: Scene) =>
  restoreElements(elementsOf(scene) as unknown as ExcalidrawElement[], null) as unknown as NonDeleted<ExcalidrawElement>[];

async function blobOf(scene: Scene, kind: FileKind): Promise<Blob> {
  const options = {
    elements: drawn(scene),
    appState: { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false },
    files: null,
    exportPadding: PADDING,
  };
  switch (kind) {
    case 'excalidraw':
      return new Blob([JSON.stringify(scene, null, 2)], { type: 'application/vnd.excalidraw+json' });
    case 'svg':
      return new Blob([new XMLSerializer().serializeToString(await exportToSvg(options))], { type: 'image/svg+xml' });
    case 'png':
      return exportToBlob({ ...options, mimeType: 'image/png', getDimensions: (width, height) => ({ width: width * 2, height: height * 2, scale: 2 }) });
  }
}

/** Hands a drawing to the browser as a file to keep. */
export async function saveFile(scene: Scene, name: string, kind: FileKind): Promise<void> {
  const address = URL.createObjectURL(await blobOf(scene, kind));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
