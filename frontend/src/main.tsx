import './theme/layers.css';
import '@mantine/core/styles.layer.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';

import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { ApiError, isUnreachable } from './api/errors';
import { App } from './app/App';
import { nonce } from './app/nonce';

// Libraries that add style elements of their own (the scroll lock behind dialogs) find the nonce here.
setNonce(nonce);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
// What the server refuses, and that it is gone, is said on the page; the console is for what nobody foresaw.
const report = (error: unknown) => {
  if (!(error instanceof ApiError) && !isUnreachable(error)) console.error(error);
};
createRoot(root, { onCaughtError: report }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
