import { NumberInput, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';

import type { Settings } from '@/api/types';

import styles from './Form.module.css';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

/** Which model grades, where it is, and how it is spoken to. */
export function ModelSettings({ settings, onChange }: Props) {
  return (
    <>
      <Radio.Group
        label="How it is spoken to"
        value={settings.llm_protocol}
        onChange={(value) => onChange({ llm_protocol: value === 'anthropic' ? 'anthropic' : 'openai' })}
      >
        <div className={styles.form}>
          <Radio value="openai" label="Chat completions" description="Ollama, vLLM, OpenAI and many others." mt="xs" />
          <Radio value="anthropic" label="Messages" description="Anthropic." />
        </div>
      </Radio.Group>
      <Typed
        label="Address"
        description="Where the model answers, without a key in it."
        placeholder="http://localhost:11434/v1"
        kept={settings.llm_url}
        onKeep={(llm_url) => onChange({ llm_url })}
      />
      <Typed
        label="Model"
        description="Its name there."
        kept={settings.llm_model}
        onKeep={(llm_model) => onChange({ llm_model })}
      />
      <Typed
        label="Variable that holds the key"
        description="The name of an environment variable, in capitals. The key itself is never stored. Empty where none is needed."
        placeholder="MODEL_API_KEY"
        kept={settings.llm_key_variable}
        onKeep={(llm_key_variable) => onChange({ llm_key_variable })}
      />
      <NumberInput
        label="Seconds to wait"
        description="Then the built-in grader judges."
        className={styles.short}
        min={1}
        max={120}
        allowDecimal={false}
        value={settings.llm_seconds}
        onChange={(value) => {
          const seconds = Math.round(Number(value));
          if (seconds >= 1 && seconds <= 120) onChange({ llm_seconds: seconds });
        }}
      />
    </>
  );
}

interface TypedProps {
  label: string;
  description: string;
  placeholder?: string;
  kept: string;
  onKeep: (text: string) => void;
}

/** A text that is kept once it is typed. */
function Typed({ kept, onKeep, ...shown }: TypedProps) {
  const [text, setText] = useState(kept);
  return (
    <TextInput
      {...shown}
      spellCheck={false}
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text.trim() !== kept) onKeep(text.trim());
      }}
    />
  );
}
