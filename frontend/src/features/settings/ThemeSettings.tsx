import { SegmentedControl, useMantineColorScheme } from '@mantine/core';

import type { Settings } from '@/api/types';

import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

const THEMES = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export function ThemeSettings({ settings, onChange }: Props) {
  const { setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label="Theme"
      data={THEMES.map((theme) => ({ ...theme }))}
      value={settings.theme}
      onChange={(value) => {
        const theme = THEMES.find((known) => known.value === value)?.value ?? 'auto';
        setColorScheme(theme);
        onChange({ theme });
      }}
    />
  );
}
