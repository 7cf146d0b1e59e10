import { useMutation, useQueryClient } from '@tanstack/react-query';

import { putSettings } from '@/api/actions';
import { judgeQuery } from '@/api/code';
import { settingsQuery } from '@/api/queries';
import type { Settings } from '@/api/types';

export type ChangeSettings = (part: Partial<Settings>) => void;

/** Shows a choice at once and keeps it on the server; takes it back where that fails. */
export function useChangeSettings(): { change: ChangeSettings; error: unknown; saved: boolean } {
  const client = useQueryClient();
  const { queryKey } = settingsQuery;
  const mutation = useMutation({
    mutationFn: putSettings,
    scope: { id: 'settings' },
    onError: () => client.invalidateQueries({ queryKey }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['today'] });
      void client.invalidateQueries({ queryKey: judgeQuery.queryKey });
    },
  });
  const change: ChangeSettings = (part) => {
    const last = client.getQueryData(queryKey);
    if (last === undefined) return;
    const next = { ...last, ...part };
    client.setQueryData(queryKey, next);
    mutation.mutate(next);
  };
  return { change, error: mutation.error, saved: mutation.isSuccess };
}
