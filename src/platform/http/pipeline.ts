import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPermitted, type Person } from '../../rules/access/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';
import { Refusal } from '../../rules/refusal.ts';
import type { CachedPage } from '../cache/index.ts';
import { NOT_PERMITTED } from '../command/index.ts';
import { DatabaseAway } from '../db/index.ts';
import type { Ports } from '../ports.ts';
import { callerOf } from './caller.ts';
import { csrfToken, isSameOrigin } from './csrf.ts';
import { cacheAddress, finishPage, noticedPage, sendCached, viewOf } from './pages.ts';
import { SIGNED_OUT } from './pieces.ts';
import { registerProgramRoute } from './program.ts';
import type { AnyRoute, DeskPlace, Reply, RequestContext, Site, UploadedFile } from './types.ts';

/** What the composition lends the pipeline from the rooms and the ui. */
export interface PipelineDoors {
  ports: Ports;
  findSite(
    hostHeader: string,
  ): Promise<{ kind: 'site'; site: Site } | { kind: 'moved'; origin: string } | undefined>;
  findSession(
    cookies: RequestContext['cookies'],
    site: Site,
    now: Date,
  ): Promise<{ person: Person; key: string } | undefined>;
  /** What the bar of the desk says of the person and the portal. */
  findDeskPlace(person: Person, site: Site, now: Date): Promise<DeskPlace>;
  /** Where someone who is not signed in is sent. */
  signInPath(lang: Lang, back: string): string;
  /** A form came after its session had ended: the sign-in page that keeps what was typed. */
  signInAgain(context: RequestContext): Promise<Reply>;
  changePasswordPath(lang: Lang): string;
  /** Where an administrator is sent whose second factor is due. */
  secondFactorPath(lang: Lang): string;
  /** A finished page for what went wrong; must work without the database. */
  failurePage(
    failure: Failure,
    context: { lang: Lang; path: string; site: Site | undefined; requestId: string },
  ): string;
  /** The page of an unknown address inside a portal. */
  missingPage(context: RequestContext, words: Words | undefined): Promise<string>;
  /** HTML of the line that says since when a page has not been renewed. */
  staleNotice(lang: Lang, madeAt: Date): string;
  /** Next instant at which words of time change: midnight in Viet Nam. */
  nextMidnight(now: Date): Date;
  /** Whether what the server in front says about the client is believed. */
  trustsProxy: boolean;
  isHealthy(): boolean;
  reportAway(): void;
}

export type Failure =
  | { kind: 'unknown-host' }
  | { kind: 'away' }
  | { kind: 'fault' }
  | { kind: 'forged' }
  | { kind: 'too-many' }
  | { kind: 'refused'; words: Words; status: number };

const STATUS: Record<Exclude<Failure['kind'], 'refused'>, number> = {
  'unknown-host': 404,
  away: 503,
  fault: 500,
  forged: 403,
  'too-many': 429,
};

/** Registers one route in both languages. */
export function registerRoute(app: FastifyInstance, doors: PipelineDoors, route: AnyRoute): void {
  if (route.audience === 'program') {
    registerProgramRoute(app, doors, route, contextOf);
    return;
  }
  for (const lang of ['vi', 'en'] as const) {
    app.route({
      method: route.method,
      url: route.path[lang],
      config: {
        routeName: route.name,
        ...(route.perMinute ? { rateLimit: { max: route.perMinute, timeWindow: 60_000 } } : {}),
      },
      handler: (request, reply) => answer(doors, route, lang, request, reply),
    });
  }
}

async function answer(
  doors: PipelineDoors,
  route: AnyRoute,
  lang: Lang,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const host = request.headers.host ?? '';
  const found = await doors.findSite(host);
  if (!found) return fail(doors, reply, { kind: 'unknown-host' }, lang, request);
  if (found.kind === 'moved') return reply.redirect(found.origin + request.url, 301);
  const context = contextOf(doors, found.site, lang, request);
  if (route.audience === 'public' && route.method === 'GET')
    return answerCached(doors, route, context, request, reply);

  const session = await doors.findSession(context.cookies, context.site, context.now);
  context.person = session?.person;
  context.csrfToken = csrfToken(doors.ports.settings.secretKey, session?.key ?? '');
  if (route.audience === 'staff') {
    if (!session && route.pieces) return send(doors, reply, context, SIGNED_OUT);
    if (!session && route.method === 'POST' && isSameOrigin(request) && !request.isMultipart()) {
      await readBody(route, context, request);
      return send(doors, reply, context, await doors.signInAgain(context));
    }
    const elsewhere = guardStaff(doors, route, context);
    if (elsewhere) return send(doors, reply, context, elsewhere);
    if (context.person)
      context.deskPlace = await doors.findDeskPlace(context.person, context.site, context.now);
  }
  if (route.method !== 'GET') {
    await readBody(route, context, request);
    const token = context.form.get('_token') ?? (route.pieces ? one(request.headers['x-form-token']) : null);
    const tokenFits = !session || token === context.csrfToken;
    if (!tokenFits || !isSameOrigin(request)) return fail(doors, reply, { kind: 'forged' }, lang, request);
  }
  return send(doors, reply, context, await route.handle(context));
}

function contextOf(doors: PipelineDoors, site: Site, lang: Lang, request: FastifyRequest): RequestContext {
  const [path = '/', search = ''] = request.url.split('?', 2);
  return {
    site,
    lang,
    path,
    params: normalised(request.params as Record<string, string>),
    query: new URLSearchParams(search),
    form: new URLSearchParams(),
    files: [],
    cookies: request.cookies,
    headers: {
      accept: request.headers.accept,
      'if-none-match': request.headers['if-none-match'],
      range: request.headers.range,
      authorization: request.headers.authorization,
      dnt: one(request.headers.dnt),
      'sec-gpc': one(request.headers['sec-gpc']),
      'user-agent': request.headers['user-agent'],
      'content-digest': one(request.headers['content-digest']),
      'repr-digest': one(request.headers['repr-digest']),
      'upload-complete': one(request.headers['upload-complete']),
      'upload-offset': one(request.headers['upload-offset']),
    },
    person: undefined,
    csrfToken: '',
    now: doors.ports.now(),
    requestId: request.id,
    caller: callerOf(request, doors.trustsProxy),
  };
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

function normalised(params: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value.normalize('NFC')]));
}

function guardStaff(doors: PipelineDoors, route: AnyRoute, context: RequestContext): Reply | undefined {
  const { person, lang } = context;
  if (!person) return { kind: 'redirect', to: doors.signInPath(lang, context.path), status: 303 };
  if (person.mustChangePassword && !route.beforePasswordChange) {
    return { kind: 'redirect', to: doors.changePasswordPath(lang), status: 303 };
  }
  if (person.mustSetSecondFactor && !route.beforeSecondFactor && !route.beforePasswordChange) {
    return { kind: 'redirect', to: doors.secondFactorPath(lang), status: 303 };
  }
  const { permit } = route;
  if (!permit) return undefined;
  const holds = person.grants.some((grant) =>
    isPermitted(person, permit.permits, permit.permit, grant.portalId),
  );
  if (!holds) throw NOT_PERMITTED;
  return undefined;
}

async function readBody(route: AnyRoute, context: RequestContext, request: FastifyRequest): Promise<void> {
  if (!route.upload || !request.isMultipart()) {
    if (request.body instanceof URLSearchParams) context.form = request.body;
    else if (route.pieces && Buffer.isBuffer(request.body)) context.piece = request.body;
    return;
  }
  const files: UploadedFile[] = [];
  const { uploadLimits: most } = route;
  const options = most && { limits: { files: most.files, fileSize: most.bytes }, throwFileSizeLimit: false };
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      context.form.append(part.fieldname, String(part.value).normalize('NFC'));
    } else {
      const bytes = await part.toBuffer();
      const name = (part.filename ?? '').normalize('NFC');
      if (name) files.push({ field: part.fieldname, name, type: part.mimetype, bytes });
    }
  }
  context.files = files;
}

/** A public page: from the cache, or made and kept; from its last good copy while the database is away. */
async function answerCached(
  doors: PipelineDoors,
  route: AnyRoute,
  context: RequestContext,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { cache } = doors.ports;
  const address = cacheAddress(
    request.headers.host ?? '',
    context.path,
    countedQuery(route, context),
    viewOf(request.headers.cookie),
  );
  const secure = request.protocol === 'https';
  const sendPage = (page: CachedPage) => {
    reply.hijack();
    sendCached(request.raw, reply.raw, page, secure);
  };
  const sendLastGood = () => {
    const last = cache.findLastGood(address);
    if (last) sendPage(noticedPage(last, doors.staleNotice(context.lang, last.madeAt)));
    return last !== undefined;
  };
  if (!doors.isHealthy() && sendLastGood()) return reply;
  const hit = cache.find(address, context.now.getTime());
  if (hit) {
    sendPage(hit);
    return reply;
  }
  const { generation } = cache;
  let answered: Reply;
  try {
    answered = await route.handle(context);
  } catch (error) {
    if (!(error instanceof DatabaseAway)) throw error;
    doors.reportAway();
    if (sendLastGood()) return reply;
    throw error;
  }
  const body = bodyToKeep(answered, viewOf(request.headers.cookie));
  if (!body) return send(doors, reply, context, answered);
  const page = {
    ...body,
    madeAt: context.now,
    freshUntil: (body.renewAt ?? doors.nextMidnight(context.now)).getTime(),
  };
  sendPage(cache.keep(address, page, generation));
  return reply;
}

/** The part of a reply that the cache keeps; undefined for replies that are nobody else's. */
function bodyToKeep(answered: Reply, view: string) {
  if (answered.kind === 'page' && !answered.cookies) {
    const { status = 200, keys = [], headers, freshUntil: renewAt } = answered;
    return {
      type: 'text/html; charset=utf-8',
      status,
      keys,
      headers,
      renewAt,
      html: finishPage(answered.html, view),
    };
  }
  if (answered.kind === 'text') {
    const { type, status = 200, keys = [], headers } = answered;
    return { type, status, keys, headers, renewAt: undefined, html: Buffer.from(answered.text) };
  }
  return undefined;
}

function countedQuery(route: AnyRoute, context: RequestContext): string {
  if (route.query === 'all') return context.query.size > 0 ? `?${context.query}` : '';
  const counted = new URLSearchParams();
  for (const name of route.query ?? []) {
    for (const value of context.query.getAll(name)) if (value) counted.append(name, value);
  }
  const text = counted.toString();
  return text ? `?${text}` : '';
}

async function send(doors: PipelineDoors, reply: FastifyReply, context: RequestContext, answered: Reply) {
  if ('cookies' in answered) {
    for (const { name, value, maxAge, path = '/' } of answered.cookies ?? []) {
      reply.setCookie(name, value, {
        path,
        httpOnly: true,
        sameSite: 'lax',
        secure: context.site.origin.startsWith('https:'),
        ...(maxAge === undefined ? {} : { maxAge }),
      });
    }
  }
  if ('headers' in answered && answered.headers) reply.headers(answered.headers);
  const view = viewOf(reply.request.headers.cookie);
  switch (answered.kind) {
    case 'redirect':
      return reply.redirect(answered.to, answered.status ?? 303);
    case 'stream':
      if (answered.sizeBytes !== undefined) reply.header('content-length', answered.sizeBytes);
      return reply
        .code(answered.status ?? 200)
        .type(answered.type)
        .send(answered.stream);
    case 'missing':
      return reply
        .code(404)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(finishPage(await doors.missingPage(context, answered.words), view));
    case 'text':
      return reply
        .code(answered.status ?? 200)
        .type(answered.type)
        .header('cache-control', 'no-store')
        .send(answered.text);
    case 'page':
      return reply
        .code(answered.status ?? 200)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(finishPage(answered.html, view));
  }
}

function fail(
  doors: PipelineDoors,
  reply: FastifyReply,
  failure: Failure,
  lang: Lang,
  request: FastifyRequest,
) {
  const status = failure.kind === 'refused' ? failure.status : STATUS[failure.kind];
  const html = doors.failurePage(failure, {
    lang,
    path: request.url.split('?')[0] ?? '/',
    site: undefined,
    requestId: request.id,
  });
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(finishPage(html, viewOf(request.headers.cookie)));
}

/** Turns whatever a handler threw into a page that says what to do next. */
export function registerFailures(app: FastifyInstance, doors: PipelineDoors): void {
  const langOf = (request: FastifyRequest): Lang => (/^\/en(\/|\?|$)/.test(request.url) ? 'en' : 'vi');
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const lang = langOf(request);
    if (error instanceof Refusal) {
      const status = error === NOT_PERMITTED ? 403 : 422;
      return fail(doors, reply, { kind: 'refused', words: error.words, status }, lang, request);
    }
    if (error instanceof DatabaseAway) {
      doors.reportAway();
      return fail(doors, reply, { kind: 'away' }, lang, request);
    }
    if (error.statusCode === 429) return fail(doors, reply, { kind: 'too-many' }, lang, request);
    if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
      return fail(
        doors,
        reply,
        { kind: 'refused', words: BAD_INPUT[error.code ?? ''] ?? BAD_REQUEST, status: error.statusCode },
        lang,
        request,
      );
    }
    request.log.error({ err: error, route: request.routeOptions.config }, 'request failed');
    return fail(doors, reply, { kind: 'fault' }, lang, request);
  });
  app.setNotFoundHandler(async (request, reply) => {
    const lang = langOf(request);
    const found = await doors.findSite(request.headers.host ?? '');
    if (!found) return fail(doors, reply, { kind: 'unknown-host' }, lang, request);
    if (found.kind === 'moved') return reply.redirect(found.origin + request.url, 301);
    return send(doors, reply, contextOf(doors, found.site, lang, request), { kind: 'missing' });
  });
}

const BAD_REQUEST: Words = {
  vi: 'Yêu cầu gửi lên không đọc được. Hãy quay lại trang trước và thử lại.',
  en: 'The request could not be read. Go back to the page before and try again.',
};
const TOO_LARGE: Words = {
  vi: 'Tệp hoặc nội dung gửi lên quá lớn (tối đa 50 MB một tệp). Hãy chia nhỏ hoặc nén lại rồi gửi lại.',
  en: 'What was sent is too large (at most 50 MB a file). Split or compress it and send it again.',
};
const BAD_INPUT: Record<string, Words> = {
  FST_ERR_CTP_BODY_TOO_LARGE: TOO_LARGE,
  FST_REQ_FILE_TOO_LARGE: TOO_LARGE,
  FST_FILES_LIMIT: {
    vi: 'Mỗi lần chỉ gửi được 20 tệp. Hãy gửi làm nhiều lần.',
    en: 'At most 20 files at a time. Send them in several goes.',
  },
};
