import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { settingsQuery } from '@/api/queries';

/** Carries the theme of the settings, which live on the server, into this browser. */
export function ThemeSync() {
  const { data: settings } = useQuery(settingsQuery);
  const { setColorScheme } = useMantineColorScheme();
  const chosen = settings?.theme;
  useEffect(() => {
    if (chosen !== undefined) setColorScheme(chosen);
  }, [chosen, setColorScheme]);
  return null;
}
