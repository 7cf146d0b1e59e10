import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState, type DragEvent } from 'react';

import { stencilsQuery } from '@/api/board';
import type { Stencil } from '@/api/types';

import styles from './Stencils.module.css';

/** What the canvas takes from a drag as pieces of a library. */
const LIBRARY_TYPE = 'application/vnd.excalidrawlib+json';

const asLibrary = (stencil: Stencil): string =>
  JSON.stringify({
    type: 'excalidrawlib',
    version: 2,
    source: 'evalmode',
    libraryItems: [{ id: stencil.title, status: 'published', created: 1, elements: stencil.elements }],
  });

/** Pieces to put on the canvas, by kind: a click puts one where there is room, or it is dragged to its place. */
export function Stencils({ onInsert }: { onInsert: (stencil: Stencil) => void }) {
  const { data: stencils } = useQuery(stencilsQuery);
  const [words, setWords] = useState('');
  if (stencils === undefined) return null;
  const wanted = words.trim().toLowerCase();
  const shown = stencils.filter((one) => `${one.title} ${one.category}`.toLowerCase().includes(wanted));
  const categories = [...new Set(shown.map((one) => one.category))];
  const drag = (event: DragEvent, stencil: Stencil) => {
    event.dataTransfer.setData(LIBRARY_TYPE, asLibrary(stencil));
    event.dataTransfer.effectAllowed = 'copy';
  };
  return (
    <aside className={styles.stencils} aria-label="Pieces">
      <TextInput size="xs" aria-label="Find a piece" placeholder="Find a piece" leftSection={<IconSearch size={14} aria-hidden="true" />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      {/* A region that scrolls must be reachable by keyboard; the buttons in it are. */}
      <div className={styles.list}>
        {categories.map((category) => (
          <section key={category} aria-label={category}>
            <h3 className={styles.category}>{category}</h3>
            <ul>
              {shown
                .filter((one) => one.category === category)
                .map((one) => (
                  <li key={one.title}>
                    <button
                      type="button"
                      draggable
                      className={styles.piece}
                      onDragStart={(event) => drag(event, one)}
                      onClick={() => onInsert(one)}
                    >
                      <span className={styles.dot} style={{ backgroundColor: one.colour }} aria-hidden="true" />
                      {one.title}
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 && <p className={styles.category}>None is called that.</p>}
      </div>
    </aside>
  );
}
