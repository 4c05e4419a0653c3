import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** Token of a session's forms: proves that the form came from a page we made for this session. */
export function csrfToken(secretKey: Buffer, sessionKey: string): string {
  return createHmac('sha256', secretKey).update(`form:${sessionKey}`).digest('base64url');
}

/** Whether the browser says that the post comes from our own page (Fetch Metadata; Origin for older ones). */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string') return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (!origin) return true; // not a browser; the session token still has to fit
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
