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
  const bench = /^\/(code|board)\/[^/]+$/.exec(path)?.[1];
  const wide = bench !== undefined;
  const focused = wide || /^\/session\/[^/]+$/.test(path);
  useRoomShortcuts();
  if (connection === 'signed-out') return <SignedOut />;
  return (
    <div className={styles.shell} data-wide={wide}>
      <a className={styles.skip} href="#main">
        Skip to the content
      </a>
      <Header focused={focused} wide={wide} leaveTo={bench === 'code' ? '/code' : bench === 'board' ? '/board' : '/'} />
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
