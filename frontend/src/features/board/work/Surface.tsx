import { useComputedColorScheme } from '@mantine/core';
import { Suspense, lazy, type ReactNode, type Ref } from 'react';

import type { Stencil } from '@/api/types';
import { Pending } from '@/app/shell/Pending';

import type { CanvasHandle } from '../canvas/Canvas';
import type { Places, View } from '../canvas/geometry';
import { Stencils } from '../canvas/Stencils';
import type { Scene } from '../sheet/sheet';
import styles from './Surface.module.css';

const Canvas = lazy(() => import('../canvas/Canvas'));

interface Props {
  canvas: Ref<CanvasHandle>;
  /** Changes when another drawing is looked at. */
  name: string;
  scene: Scene | null;
  readOnly: boolean;
  pieces: boolean;
  onScene: (scene: Scene) => void;
  onInsert: (stencil: Stencil) => void;
  children: (view: View, places: Places) => ReactNode;
}

/** The canvas, and the pieces beside it. */
export function Surface({ canvas, name, scene, readOnly, pieces, onScene, onInsert, children }: Props) {
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <div className={styles.surface}>
      {pieces && <Stencils onInsert={onInsert} />}
      <Suspense fallback={<Pending />}>
        <Canvas key={name} ref={canvas} scene={scene} dark={dark} readOnly={readOnly} onScene={onScene}>
          {children}
        </Canvas>
      </Suspense>
    </div>
  );
}
