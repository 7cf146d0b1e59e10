import { useSuspenseQuery } from '@tanstack/react-query';

import { settingsQuery } from '@/api/queries';
import { Section } from '@/features/study/Section';
import { ErrorNote } from '@/ui/ErrorNote';
import { PageHeader } from '@/ui/PageHeader';

import { Abilities } from './Abilities';
import { CodeSettings } from './CodeSettings';
import { DataSettings } from './DataSettings';
import { GradingSettings } from './GradingSettings';
import { PracticeSettings } from './PracticeSettings';
import styles from './SettingsPage.module.css';
import { ThemeSettings } from './ThemeSettings';
import { useChangeSettings } from './useChangeSettings';
import { VoiceSettings } from './VoiceSettings';

/** Choices, each kept the moment it is made. */
export function SettingsPage() {
  const { data: settings } = useSuspenseQuery(settingsQuery);
  const { change, error, saved } = useChangeSettings();
  return (
    <>
      <PageHeader title="Settings" lead="Every choice is kept as you make it.">
        <p className={styles.saved} role="status">
          {saved && 'Saved'}
        </p>
      </PageHeader>
      <ErrorNote error={error} />
      <div className={styles.sections}>
        <Section title="Practice">
          <PracticeSettings settings={settings} onChange={change} />
        </Section>
        <Section title="Theme">
          <ThemeSettings settings={settings} onChange={change} />
        </Section>
        <Section title="Voice">
          <VoiceSettings settings={settings} onChange={change} />
        </Section>
        <Section title="Coding">
          <CodeSettings settings={settings} onChange={change} />
        </Section>
        <Section title="Grading">
          <GradingSettings settings={settings} onChange={change} />
        </Section>
        <Section title="Your data">
          <DataSettings />
        </Section>
        <Section title="This machine">
          <Abilities />
        </Section>
      </div>
    </>
  );
}
