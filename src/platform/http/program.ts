import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Lang } from '../../rules/lang.ts';
import type { PipelineDoors } from './pipeline.ts';
import { Problem, pipelineProblem, problemOf, problemReply } from './problems.ts';
import type { AnyRoute, Reply, RequestContext, Site, UploadedFile } from './types.ts';

/** Files of one request, and bytes of all of it together. */
const FILES_MOST = 10;
const ALL_BYTES_MOST = 100 * 1024 * 1024;
/** JSON alone: the text of a document, which the reader of files bounds at 10 MiB. */
const JSON_BYTES_MOST = 12 * 1024 * 1024;
/** The part of a form that holds the JSON. */
const JSON_PART = 'metadata';

type ContextOf = (doors: PipelineDoors, site: Site, lang: Lang, request: FastifyRequest) => RequestContext;

/** A route for another system: no session and no form; whatever goes wrong is a problem (RFC 9457), never a page. */
export function registerProgramRoute(
  app: FastifyInstance,
  doors: PipelineDoors,
  route: AnyRoute,
  contextOf: ContextOf,
): void {
  for (const lang of ['vi', 'en'] as const) {
    const find = async (request: FastifyRequest) => {
      const found = await doors.findSite(request.headers.host ?? '');
      return found?.kind === 'site' ? contextOf(doors, found.site, lang, request) : found;
    };
    app.route({
      method: route.method,
      url: route.path[lang],
      config: {
        ...{ routeName: route.name },
        ...(route.perMinute ? { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } : {}),
      },
      bodyLimit: JSON_BYTES_MOST,
      // after the limit of attempts, before anything of the body
      preParsing: async (request) => {
        const context = await find(request);
        if (!context || 'kind' in context) return;
        await route.admit?.(context);
        refuseByLength(request);
      },
      errorHandler: (error, request, reply) => tellProblem(doors, error as Error, request, reply),
      async handler(request, reply) {
        const context = await find(request);
        if (!context) throw new Problem(pipelineProblem('unknownHost'));
        // 308: the same is sent again
        if ('kind' in context) return reply.redirect(context.origin + request.url, 308);
        if (route.method === 'POST') await readProgramBody(route, context, request);
        return sendText(reply, await route.handle(context));
      },
    });
  }
}

function tellProblem(doors: PipelineDoors, error: Error, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error);
  if (problem.code === 'away') doors.reportAway();
  if (problem.code === 'fault') request.log.error({ err: error }, 'a program was not answered');
  return sendText(reply, problemReply(problem));
}

function sendText(reply: FastifyReply, answered: Reply) {
  if (answered.kind !== 'text') throw new Error('A route for programs answers with text.');
  return reply
    .code(answered.status ?? 200)
    .headers({ 'cache-control': 'no-store', ...answered.headers })
    .type(answered.type)
    .send(answered.text);
}

/** By the announced length, before a byte of the body is read. */
function refuseByLength(request: FastifyRequest): void {
  if (Number(request.headers['content-length'] ?? 0) > ALL_BYTES_MOST)
    throw new Problem(pipelineProblem('tooLarge'));
}

/** Reads what a program sent: JSON, or a form of a JSON part and files. Nothing is written to a disk. */
async function readProgramBody(
  route: AnyRoute,
  context: RequestContext,
  request: FastifyRequest,
): Promise<void> {
  if (route.upload && request.isMultipart()) return readParts(context, request);
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type)) throw new Problem(pipelineProblem('unsupportedType'));
  context.json = request.body;
}

async function readParts(context: RequestContext, request: FastifyRequest): Promise<void> {
  const files: UploadedFile[] = [];
  let bytesRead = 0;
  for await (const part of request.parts({ limits: { files: FILES_MOST + 1 } })) {
    if (part.type === 'field') {
      if (part.fieldname === JSON_PART) context.json = parsed(part.value);
      else context.form.append(part.fieldname, String(part.value).normalize('NFC'));
      continue;
    }
    const bytes = await part.toBuffer();
    bytesRead += bytes.length;
    if (bytesRead > ALL_BYTES_MOST) throw new Problem(pipelineProblem('tooLarge'));
    if (part.fieldname === JSON_PART) {
      context.json = parsed(bytes.toString('utf8'));
      continue;
    }
    const name = (part.filename ?? '').normalize('NFC');
    files.push({ field: part.fieldname, name, type: part.mimetype, bytes });
  }
  if (files.length > FILES_MOST) throw new Problem(pipelineProblem('tooLarge'));
  context.files = files;
}

/** A part that said it is JSON comes parsed already. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value.replace(/^\uFEFF/, ''));
  } catch {
    throw new Problem(pipelineProblem('badRequest'));
  }
}
