import { Modal } from '@mantine/core';
import { use, useSyncExternalStore } from 'react';

import { Keys } from '@/keyboard/Keys';
import { ShortcutContext, type Shortcut } from '@/keyboard/shortcuts';
import { useShortcut } from '@/keyboard/useShortcut';

import styles from './ShortcutHelp.module.css';
import { closeShortcutHelp, isShortcutHelpOpen, onShortcutHelp, openShortcutHelp } from './shortcutHelpStore';

const GROUPS: readonly Shortcut['group'][] = ['On this page', 'Anywhere'];

/** The list that `?` opens: every shortcut in force here. */
export function ShortcutHelp() {
  const open = useSyncExternalStore(onShortcutHelp, isShortcutHelpOpen);
  useShortcut('?', 'Show this list', openShortcutHelp, { group: 'Anywhere' });
  return (
    <Modal opened={open} onClose={closeShortcutHelp} title="Keyboard shortcuts" size="md" closeButtonProps={{ 'aria-label': 'Close the list' }}>
      {open && <ShortcutList />}
    </Modal>
  );
}

function ShortcutList() {
  const shortcuts = use(ShortcutContext)?.list() ?? [];
  return GROUPS.map((group) => {
    const entries = shortcuts.filter((shortcut) => shortcut.group === group);
    if (entries.length === 0) return null;
    return (
      <section key={group} className={styles.group}>
        <h3 className={styles.heading}>{group}</h3>
        <dl>
          {entries.map((shortcut) => (
            <div key={shortcut.id} className={styles.row}>
              <dt>{shortcut.label}</dt>
              <dd>
                <span className="visually-hidden">{shortcut.chord}</span>
                <Keys chord={shortcut.chord} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}
