import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, LogController, type RawServerDefault } from 'fastify';
import { SECURE_HEADERS, STRICT_TRANSPORT } from './headers.ts';
import { PIECE_LIMIT_BYTES, PIECE_TYPE } from './pieces.ts';

export interface ServerOptions {
  trustProxy: boolean;
  logLevel: string;
  /** Where lines of the log go; the standard output when left out. */
  logTo?: { write(line: string): void } | undefined;
  /** Answers from the page cache before any routing; returns false to let the request go on. */
  quickly(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Largest body of an ordinary form, and of one that carries files. */
export const FORM_LIMIT_BYTES = 2 * 1024 * 1024;
export const UPLOAD_LIMIT_BYTES = 52 * 1024 * 1024;
const FILES_AT_ONCE = 20;

/** Fastify with the limits, headers and body formats of the house; no route yet. */
export async function createHttpServer({
  trustProxy,
  logLevel,
  logTo,
  quickly,
}: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify<RawServerDefault>({
    trustProxy,
    bodyLimit: FORM_LIMIT_BYTES,
    requestTimeout: 60_000,
    connectionTimeout: 70_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    logController: new LogController({ disableRequestLogging: true }),
    logger:
      logLevel === 'silent'
        ? false
        : {
            level: logLevel,
            ...(logTo && { stream: logTo }),
            // no address, no query, no name: a log line is not a place for personal data
            serializers: {
              req: ({ id, method }) => ({ id, method }),
              res: ({ statusCode }) => ({ status: statusCode }),
            },
          },
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!quickly(request, response)) handler(request, response);
      }),
  });
  await app.register(cookie);
  await app.register(multipart, {
    limits: { fileSize: UPLOAD_LIMIT_BYTES, files: FILES_AT_ONCE, fields: 200, fieldSize: FORM_LIMIT_BYTES },
  });
  await app.register(rateLimit, { global: false });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => {
      done(null, new URLSearchParams(String(body).normalize('NFC')));
    },
  );
  app.addContentTypeParser(
    PIECE_TYPE,
    { parseAs: 'buffer', bodyLimit: PIECE_LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onSend', async (request, reply) => {
    for (const [name, value] of Object.entries(SECURE_HEADERS)) {
      // a page that is not ours (a mail, as it was sent) brings a stricter policy
      if (!reply.hasHeader(name)) reply.header(name, value);
    }
    if (request.protocol === 'https') reply.header('strict-transport-security', STRICT_TRANSPORT);
  });
  return app;
}
