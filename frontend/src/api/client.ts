import createClient from 'openapi-fetch';

import { reportConnection } from './connection';
import { UnreachableError, toApiError } from './errors';
import type { paths } from './schema.gen';

/** A gateway in front of the server answers with these when nothing is behind it. */
const NOBODY_THERE = new Set([502, 504]);

async function send(request: Request): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    reportConnection('unreachable');
    throw new UnreachableError();
  }
  if (NOBODY_THERE.has(response.status)) {
    reportConnection('unreachable');
    throw new UnreachableError();
  }
  reportConnection(response.status === 401 ? 'signed-out' : 'online');
  return response;
}

export const client = createClient<paths>({ fetch: send });

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a success; anything else is thrown as an {@link ApiError}. */
export async function unwrap<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await outcome;
  if (!response.ok || data === undefined) throw toApiError(response.status, error);
  return data;
}
