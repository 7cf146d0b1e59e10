import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect } from 'react';

import { isThere } from '@/api/actions';
import { useConnection } from '@/api/connection';

import styles from './ConnectionBanner.module.css';

const RETRY_MS = 2500;

const tryAgain = () => void isThere().catch(() => undefined);

/** Says that the server does not answer, and keeps asking until it does. */
export function ConnectionBanner() {
  const unreachable = useConnection() === 'unreachable';
  useEffect(() => {
    if (!unreachable) return undefined;
    const timer = setInterval(tryAgain, RETRY_MS);
    return () => clearInterval(timer);
  }, [unreachable]);
  return (
    <div role="status">
      {unreachable && (
        <div className={styles.banner}>
          <IconPlugConnectedX size={20} aria-hidden="true" />
          <p>
            <strong>evalmode is not answering.</strong> What you typed is kept in this browser. Start it again in the
            terminal; this page reconnects by itself.
          </p>
          <Button size="xs" onClick={tryAgain}>
            Try now
          </Button>
        </div>
      )}
    </div>
  );
}
