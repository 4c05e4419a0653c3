import type { Reply } from './types.ts';

/** A piece of a file that comes in several; the type is that of the draft on resumable uploads (httpbis). */
export const PIECE_TYPE = 'application/partial-upload';
/** A server in front must let bodies of this length through. */
export const PIECE_LIMIT_BYTES = 8 * 1024 * 1024;

/** To a script: whoever it works for is not signed in any more. */
export const SIGNED_OUT: Reply = {
  ...{ kind: 'text', type: 'application/json; charset=utf-8', status: 401 },
  text: JSON.stringify({ code: 'signed-out' }),
};
