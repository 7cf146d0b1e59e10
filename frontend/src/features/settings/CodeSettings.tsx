import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { judgeQuery } from '@/api/code';
import type { Settings } from '@/api/types';
import { ResetAll } from '@/features/code/list/ResetAll';

import styles from './Form.module.css';
import type { ChangeSettings } from './useChangeSettings';

interface Props {
  settings: Settings;
  onChange: ChangeSettings;
}

/** Which Python runs submissions, and what was found there. */
export function CodeSettings({ settings, onChange }: Props) {
  const { data: judge } = useQuery(judgeQuery);
  const [typed, setTyped] = useState(settings.python);
  const keep = () => {
    const python = typed.trim();
    if (python !== settings.python) onChange({ python });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <TextInput
        label="Python that runs your code"
        description="The path of an interpreter with PyTorch, such as that of your own environment. Empty: one is looked for."
        placeholder={judge?.interpreter}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
      />
      <p className={styles.says} role="status">
        {judge?.says}
      </p>
      <ResetAll />
    </form>
  );
}
