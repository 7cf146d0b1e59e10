import { Radio, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { voiceQuery } from '@/api/queries';
import type { Settings } from '@/api/types';
import type { LocalRecognition } from '@/voice/browserRecogniser';
import { localRecognitionQuery } from '@/voice/localRecognitionQuery';
import { useReadAloud } from '@/voice/useReadAloud';

import styles from './Form.module.css';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

const BROWSER_SAYS: Record<LocalRecognition, string> = {
  ready: 'On this device only; the sound goes nowhere.',
  installable: 'This browser could, once its English speech pack is installed in its settings. evalmode installs nothing.',
  none: 'This browser cannot recognise English on the device, and evalmode never lets it use a cloud.',
};

/** How questions are heard and answers are given; what does not work here says so. */
export function VoiceSettings({ settings, onChange }: Props) {
  const { data: whisper } = useQuery(voiceQuery);
  const { data: local = 'none' } = useQuery(localRecognitionQuery);
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
            disabled={local !== 'ready'}
            description={BROWSER_SAYS[local]}
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
