import { QueryClient } from '@tanstack/react-query';

import { onConnectionChange, readConnection } from '@/api/connection';

export const queryClient = new QueryClient({
  defaultOptions: {
    // The server is this machine: being offline means nothing to it, and asking again at once does not help.
    queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, refetchOnReconnect: false },
    mutations: { retry: false, networkMode: 'always' },
  },
});

onConnectionChange(() => {
  if (readConnection() === 'online') void queryClient.invalidateQueries();
});
