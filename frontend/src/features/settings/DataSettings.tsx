import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDownload, IconUpload } from '@tabler/icons-react';

import { importData } from '@/api/actions';
import { ErrorNote } from '@/ui/ErrorNote';

import { EraseData } from './EraseData';
import styles from './Form.module.css';
import { ImportReportNote } from './ImportReportNote';

const EXPORTS = [
  { href: '/api/v1/export.jsonl', name: 'evalmode.jsonl', label: 'Everything (JSON Lines)' },
  { href: '/api/v1/export.csv', name: 'evalmode.csv', label: 'A table (CSV)' },
  { href: '/api/v1/export.apkg', name: 'evalmode.apkg', label: 'Cards for Anki' },
] as const;

/** Take it along, bring it back, delete it. */
export function DataSettings() {
  const client = useQueryClient();
  const bring = useMutation({ mutationFn: importData, onSuccess: () => client.invalidateQueries() });
  return (
    <div className={styles.form}>
      <div className={styles.part}>
        <h3>Take it along</h3>
        <p>The first one can be brought back, here or on another machine.</p>
        <div className={styles.row}>
          {EXPORTS.map(({ href, name, label }) => (
            <Button key={href} component="a" href={href} download={name} leftSection={<IconDownload size={17} />}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      <div className={styles.part}>
        <h3>Bring it back</h3>
        <p>What is here already stays as it is.</p>
        <FileButton accept=".jsonl,application/jsonl,application/json,text/plain" onChange={(file) => file !== null && bring.mutate(file)}>
          {(props) => (
            <Button {...props} loading={bring.isPending} leftSection={<IconUpload size={17} />}>
              Choose an export…
            </Button>
          )}
        </FileButton>
        <ErrorNote error={bring.error} />
        <ImportReportNote report={bring.data} />
      </div>
      <div className={styles.part}>
        <h3>Delete it</h3>
        <p>Everything that was practised on this machine. The questions stay.</p>
        <EraseData />
      </div>
    </div>
  );
}
