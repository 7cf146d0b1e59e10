import { Radio } from '@mantine/core';

import type { Settings } from '@/api/types';

import styles from './Form.module.css';
import { hostOf } from './hostOf';
import { ModelSettings } from './ModelSettings';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

/** Who grades answers in words, and what leaves the machine for it. */
export function GradingSettings({ settings, onChange }: Props) {
  return (
    <div className={styles.form}>
      <Radio.Group
        label="Who grades your answers"
        value={settings.grader}
        onChange={(value) => onChange({ grader: value === 'llm' ? 'llm' : 'embedded' })}
      >
        <div className={styles.form}>
          <Radio
            value="embedded"
            label="The built-in grader"
            description="A model that ships with evalmode and runs on this machine."
            mt="xs"
          />
          <Radio
            value="llm"
            label="A language model of your own choice"
            description="One that you run yourself, or a vendor’s. The built-in grader steps in where it does not answer."
          />
        </div>
      </Radio.Group>
      {settings.grader === 'llm' && <ModelSettings settings={settings} onChange={onChange} />}
      <p className={styles.says} role="status" aria-label="What leaves this machine">
        {leaving(settings)}
      </p>
    </div>
  );
}

function leaving(settings: Settings): string {
  if (settings.grader !== 'llm') return 'No language model is used, and nothing you type or say leaves this machine.';
  if (settings.llm_url === '' || settings.llm_model === '')
    return 'Until an address and a model are given, answers are graded on this machine and nothing leaves it.';
  return (
    `With every answer, three things leave evalmode: the question, its key points and your answer. They are sent to ${hostOf(settings.llm_url)}. ` +
    'Each grade says so. Code, drawings, recordings and everything else stay here.'
  );
}
