import { Radio, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { voiceQuery } from '@/api/queries';
import type { Settings } from '@/api/types';
import { canRecogniseLocally } from '@/voice/browserRecogniser';
import { useReadAloud } from '@/voice/useReadAloud';

import styles from './Form.module.css';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

/** How questions are heard and answers are given; what does not work here says so. */
export function VoiceSettings({ settings, onChange }: Props) {
  const { data: whisper } = useQuery(voiceQuery);
  const { data: local } = useQuery({ queryKey: ['browser-recogniser'], queryFn: canRecogniseLocally, staleTime: Infinity });
  const aloud = useReadAloud();
  const choose = (value: string) =>
    onChange({ voice: value === 'browser' || value === 'whisper' ? value : 'typed' });
  return (
    <div className={styles.form}>
      <Switch
        label="Read each question aloud"
        description={aloud.possible ? 'With a voice of this machine.' : 'This machine has no English voice of its own.'}
        disabled={!aloud.possible}
        checked={settings.read_aloud}
        onChange={(event) => onChange({ read_aloud: event.currentTarget.checked })}
      />
      <Radio.Group label="How you answer" value={settings.voice} onChange={choose}>
        <div className={styles.form}>
          <Radio value="typed" label="Typed" description="Always works." mt="xs" />
          <Radio
            value="browser"
            label="Spoken, recognised by the browser"
            disabled={local !== true}
            description={
              local === true
                ? 'On this device only; the sound goes nowhere.'
                : 'This browser cannot recognise English on the device. Where it could only do so in a cloud, evalmode does not ask it to.'
            }
          />
          <Radio
            value="whisper"
            label="Spoken, recognised by Whisper on this machine"
            disabled={whisper?.whisper !== true}
            description={whisper?.says ?? 'Looking…'}
          />
        </div>
      </Radio.Group>
      <WhisperFolder folder={settings.whisper_folder} onChange={onChange} />
      <p className={styles.says}>What you say becomes text in the answer box, for you to correct before it is graded.</p>
    </div>
  );
}

function WhisperFolder({ folder, onChange }: { folder: string; onChange: ChangeSettings }) {
  const [text, setText] = useState(folder);
  return (
    <TextInput
      label="Folder of the Whisper model"
      description="A faster-whisper model on this machine. Empty for the usual places."
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== folder) onChange({ whisper_folder: text });
      }}
    />
  );
}
