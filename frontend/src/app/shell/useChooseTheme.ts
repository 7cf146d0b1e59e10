import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import { putSettings } from '@/api/actions';
import { settingsQuery } from '@/api/queries';
import type { Settings } from '@/api/types';

/** Switches the theme at once and keeps the choice with the other settings. */
export function useChooseTheme(): (theme: Settings['theme']) => void {
  const { setColorScheme } = useMantineColorScheme();
  const client = useQueryClient();
  return (theme) => {
    setColorScheme(theme);
    void client
      .query({ ...settingsQuery, staleTime: 'static' })
      .then((settings) => putSettings({ ...settings, theme }))
      .then((settings) => client.setQueryData(settingsQuery.queryKey, settings))
      .catch(() => undefined); // The scheme is kept in this browser in any case.
  };
}
