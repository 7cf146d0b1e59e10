import { Button } from '@mantine/core';

import { Notice } from '@/ui/Notice';

import styles from './SignedOut.module.css';

/** The server does not know this browser: the way in is the link that the terminal printed. */
export function SignedOut() {
  return (
    <main id="main">
      <Notice
        title="Open the link from the terminal"
        text="evalmode answers only to the browser that was let in, so that nothing else on this machine can read your practice."
      >
        <p>
          Where you started it, evalmode printed an address with a one-time key. Open that address, or run{' '}
          <code>evalmode</code> again. What you typed is kept in this browser.
        </p>
        <Button variant="filled" className={styles.again} onClick={() => window.location.reload()}>
          I have opened it
        </Button>
      </Notice>
    </main>
  );
}
