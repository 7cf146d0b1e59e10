import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';

import { useConnection } from '@/api/connection';

import { ConnectionBanner } from './ConnectionBanner';
import { Header } from './Header';
import { Pending } from './Pending';
import { RouteFocus } from './RouteFocus';
import styles from './Shell.module.css';
import { ShortcutHelp } from './ShortcutHelp';
import { SignedOut } from './SignedOut';
import { ThemeSync } from './ThemeSync';
import { useRoomShortcuts } from './useRoomShortcuts';

/** Header, room, and what is the same in every room. */
export function Shell() {
  const connection = useConnection();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const problem = /^\/code\/[^/]+$/.test(path);
  const focused = problem || /^\/session\/[^/]+$/.test(path);
  useRoomShortcuts();
  if (connection === 'signed-out') return <SignedOut />;
  return (
    <div className={styles.shell} data-wide={problem}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Header focused={focused} wide={problem} leaveTo={problem ? '/code' : '/'} />
      <ConnectionBanner />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Suspense fallback={<Pending />}>
          <Outlet />
        </Suspense>
      </main>
      <RouteFocus />
      <ThemeSync />
      <ShortcutHelp />
    </div>
  );
}
