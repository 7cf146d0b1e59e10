import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';

import { useConnection } from '@/api/connection';
import { ApiError, isUnreachable, sayError } from '@/api/errors';
import { Notice } from '@/ui/Notice';

/** A room that could not be shown: says why, and opens it again when the server is back. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const queries = useQueryErrorResetBoundary();
  const connection = useConnection();
  const lost = isUnreachable(error);
  useEffect(() => {
    queries.reset();
    if (lost && connection === 'online') reset();
  }, [lost, connection, queries, reset]);
  const title = lost
    ? 'Waiting for evalmode'
    : error instanceof ApiError && error.status === 404
      ? 'That is not here'
      : 'This room could not be shown';
  return (
    <Notice title={title} text={lost ? 'The room opens as soon as the server answers.' : sayError(error)}>
      <Button
        variant="filled"
        onClick={() => {
          queries.reset();
          reset();
        }}
      >
        Try again
      </Button>
    </Notice>
  );
}
