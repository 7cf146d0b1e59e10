/** What can go wrong when the page talks to the server. */

/** The server answered with an error document. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly hint: string | null,
  ) {
    super(message);
  }
}

/** Nothing answered at all. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor() {
    super('evalmode is not answering.');
  }
}

export const isConflict = (error: unknown): error is ApiError => error instanceof ApiError && error.status === 409;

export const isUnreachable = (error: unknown): error is UnreachableError => error instanceof UnreachableError;

/** The error's own words, with what to do about it. */
export function sayError(error: unknown): string {
  if (error instanceof ApiError) return error.hint === null ? error.message : `${error.message} ${error.hint}`;
  if (error instanceof Error) return error.message;
  return 'Something unexpected happened.';
}

/** Reads an error document; anything else that is not a success becomes one. */
export function toApiError(status: number, body: unknown): ApiError {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string') {
      const code = 'code' in error && typeof error.code === 'string' ? error.code : 'error';
      const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : null;
      return new ApiError(status, code, error.message, hint);
    }
  }
  return new ApiError(status, 'error', `The server answered with status ${status}.`, null);
}
