import { useRef, type KeyboardEvent } from 'react';

import { panelId, tabId } from '@/features/code/TabList';

import styles from './PanelTabs.module.css';
import type { PanelTab, TabName } from './tabs';

interface Props {
  tabs: readonly PanelTab[];
  active: TabName;
  /** Numbers beside the names. */
  notes: Partial<Record<TabName, string>>;
  onChange: (tab: TabName) => void;
}

/** Tabs with a sign each: arrow keys go between them, Tab goes on into the panel. */
export function PanelTabs({ tabs, active, notes, onChange }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    onChange(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(next.id)}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Whiteboard" className={styles.tabs}>
      {tabs.map(({ id, label, icon: Icon }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabId(id)}
          aria-controls={id === active ? panelId(id) : undefined}
          aria-selected={id === active}
          tabIndex={id === active ? 0 : -1}
          className={styles.tab}
          onClick={() => onChange(id)}
          onKeyDown={move}
        >
          <Icon size={19} stroke={1.7} aria-hidden="true" />
          <span>{label}</span>
          {notes[id] !== undefined && <span className={styles.note}>{notes[id]}</span>}
        </button>
      ))}
    </div>
  );
}
