import { ActionIcon, Drawer, Tooltip, useComputedColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard, IconMenu2, IconMoon, IconSun, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import { useChooseTheme } from '@/app/shell/useChooseTheme';
import { Keys } from '@/keyboard/Keys';

import { RoomLinks } from './RoomLinks';
import styles from './Header.module.css';
import { openShortcutHelp } from './shortcutHelpStore';
import { Wordmark } from './Wordmark';

interface Props {
  focused: boolean;
  /** The page below uses all the room there is. */
  wide: boolean;
  leaveTo: '/' | '/code' | '/board';
}

/** The way between the rooms. While a question is open it steps back: nothing there is worth a glance. */
export function Header({ focused, wide, leaveTo }: Props) {
  const [opened, menu] = useDisclosure(false);
  const scheme = useComputedColorScheme('light');
  const chooseTheme = useChooseTheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <header className={styles.header}>
      <div className={styles.inner} data-wide={wide}>
        <Link to="/" className={styles.home} aria-label="evalmode, to Today">
          <Wordmark />
        </Link>
        {!focused && (
          <nav className={styles.nav} aria-label="Rooms">
            <RoomLinks />
          </nav>
        )}
        <div className={styles.tools}>
          <Tooltip label={`Switch to the ${other} theme`}>
            <ActionIcon aria-label={`Switch to the ${other} theme`} onClick={() => chooseTheme(other)}>
              {scheme === 'dark' ? <IconSun size={19} stroke={1.8} /> : <IconMoon size={19} stroke={1.8} />}
            </ActionIcon>
          </Tooltip>
          <button type="button" className={styles.help} onClick={openShortcutHelp} aria-label="Keyboard shortcuts">
            <IconKeyboard size={19} stroke={1.8} aria-hidden="true" />
            <Keys chord="?" />
          </button>
          {focused ? (
            <Link to={leaveTo} className={styles.leave}>
              <IconX size={17} aria-hidden="true" /> Leave
            </Link>
          ) : (
            <ActionIcon className={styles.burger} aria-label="Open the menu" aria-expanded={opened} onClick={menu.open}>
              <IconMenu2 size={22} />
            </ActionIcon>
          )}
        </div>
      </div>
      <Drawer opened={opened} onClose={menu.close} position="right" size="280px" title={<Wordmark />} closeButtonProps={{ 'aria-label': 'Close the menu' }}>
        <nav aria-label="Rooms" className={styles.sheet}>
          <RoomLinks onPick={menu.close} />
        </nav>
      </Drawer>
    </header>
  );
}
