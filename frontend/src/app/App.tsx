import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';

import { ShortcutProvider } from '@/keyboard/ShortcutProvider';
import { theme, variables } from '@/theme/theme';

import { nonce } from './nonce';
import { queryClient } from './queryClient';
import { router } from './router';

/** The same key as in public/theme.js, which sets the scheme before the first paint. */
const schemes = localStorageColorSchemeManager({ key: 'evalmode-theme' });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <ShortcutProvider>
          <RouterProvider router={router} />
        </ShortcutProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
