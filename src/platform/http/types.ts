import type { Readable } from 'node:stream';
import type { Permits, Person } from '../../rules/access/index.ts';
import type { Caller } from '../../rules/audit/index.ts';
import type { Lang, Words } from '../../rules/lang.ts';

/** The portal a request came to, found by its host name. */
export interface Site {
  localityId: number;
  localityCode: string;
  portalId: number;
  isMain: boolean;
  /** Canonical address of the portal, e.g. `https://www.laocai.gov.vn` (no trailing slash). */
  origin: string;
  /** Canonical address of the locality's main portal. */
  mainOrigin: string;
}

export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  bytes: Buffer;
}

export interface UploadedForm {
  fields: URLSearchParams;
  files: UploadedFile[];
}

/** Whose desk a page is, as its bar says it. */
export interface DeskPlace {
  portalName: Words;
  /** What the person is there, in the words of the locality. */
  role: Words;
  /** What waits there, by the address of the room below the desk; shown in the rail. */
  counts?: Readonly<Record<string, number>>;
}

/** Headers an answer may depend on; `dnt` and `sec-gpc` ask not to be followed. */
export type RequestHeader =
  | 'accept'
  | 'if-none-match'
  | 'range'
  | 'dnt'
  | 'sec-gpc'
  | 'authorization'
  | 'user-agent'
  | 'content-digest'
  | 'repr-digest'
  | 'upload-complete'
  | 'upload-offset';

export interface RequestContext {
  site: Site;
  lang: Lang;
  /** Path of this request, without query. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** Fields of a posted form (URL-encoded or multipart), NFC. Empty on GET. */
  form: URLSearchParams;
  files: readonly UploadedFile[];
  cookies: Readonly<Record<string, string | undefined>>;
  /** The few request headers that an answer may depend on. */
  headers: Readonly<Partial<Record<RequestHeader, string | undefined>>>;
  /** The JSON a program sent, as it came; on routes with `audience: 'program'` alone. */
  json?: unknown;
  /** A piece of a file a script sent, as it came; on routes with `pieces` alone. */
  piece?: Buffer;
  /** The signed-in member of staff; always there on routes with `audience: 'staff'`. */
  person: Person | undefined;
  /** Set on routes with `audience: 'staff'`. */
  deskPlace?: DeskPlace;
  /** Hidden field value for every posted form of this page. */
  csrfToken: string;
  /** One reading of the clock for the whole request. */
  now: Date;
  requestId: string;
  /** Address and source port of who asks, for the record of the door; undefined when the connection is gone. */
  caller: Caller | undefined;
}

export interface StaffContext extends RequestContext {
  person: Person;
}

export interface CookieChange {
  name: string;
  value: string;
  /** Seconds; 0 deletes. Undefined ends with the browser session. */
  maxAge?: number;
  /** The only address it is sent to; the whole portal when left out. */
  path?: string;
}

export type Reply =
  /** A page; on public GET routes it is cached under `keys` until purged. */
  | {
      kind: 'page';
      html: string;
      status?: number;
      keys?: readonly string[];
      /** Made anew after this instant; by default the next midnight in Viet Nam. */
      freshUntil?: Date;
      cookies?: CookieChange[];
      headers?: Record<string, string>;
    }
  /** Another kind of text (feed, XML, JSON, CSS); cached like a page. */
  | {
      kind: 'text';
      type: string;
      text: string;
      status?: number;
      keys?: readonly string[];
      headers?: Record<string, string>;
    }
  | {
      kind: 'stream';
      type: string;
      stream: Readable;
      sizeBytes?: number;
      /** 206, 304 and 416 for parts of files and for files the browser has. */
      status?: number;
      headers?: Record<string, string>;
    }
  | { kind: 'redirect'; to: string; status?: 301 | 302 | 303 | 307; cookies?: CookieChange[] }
  | { kind: 'missing'; words?: Words };

/**
 * `public`: anyone, cached on GET. `anyone`: not cached (forms, sign-in). `staff`: signed in. `program`: another system with
 * a key; no session, no form, and problem details (RFC 9457) in place of pages.
 */
export type Audience = 'public' | 'anyone' | 'staff' | 'program';

export interface Route<Context extends RequestContext = RequestContext> {
  /** room.page */
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Address in each language; the English one begins with /en. */
  path: Words;
  audience: Context extends StaffContext ? 'staff' : Audience;
  /** What the person must hold on at least one portal; the handler decides for which. */
  permit?: { permits: Permits; permit: string };
  /** Query parameters that change a public page; all others are ignored by the cache. `all`: not one may be ignored. */
  query?: readonly string[] | 'all';
  /** Most requests from one address in a minute. */
  perMinute?: number;
  /** Takes files; the body may be larger. */
  upload?: boolean;
  /**
   * For files of anybody: so many, and of each no more bytes than these are read; what is cut off there the handler
   * knows by its length.
   */
  uploadLimits?: { files: number; bytes: number };
  /**
   * Called by scripts of our pages alone: who is not signed in any more is told so by 401 in JSON. The token of the form
   * comes in the header `x-form-token` where the body is a piece of a file (`PIECE_TYPE`).
   */
  pieces?: boolean;
  /** Reached while a new password is due. */
  beforePasswordChange?: boolean;
  /** Reached while a second factor is due; what is reached before a new password is, too. */
  beforeSecondFactor?: boolean;
  /** On routes for programs: throws a `Problem` for who may not call, before anything of the body is read. */
  admit?(context: RequestContext): Promise<void>;
  handle(context: Context): Promise<Reply>;
}

/** A route of either kind, as the pipeline holds it. */
export type AnyRoute = Omit<Route, 'audience' | 'handle'> & {
  audience: Audience;
  handle(context: RequestContext): Promise<Reply>;
};

/** Declares a public or open route. */
export function publicRoute(route: Route): AnyRoute {
  return route;
}

/** Declares a route for signed-in staff; the pipeline has checked the session before `handle` runs. */
export function staffRoute(route: Omit<Route<StaffContext>, 'audience'>): AnyRoute {
  return {
    ...route,
    audience: 'staff',
    handle(context) {
      if (!context.person) throw new Error(`${route.name}: reached without a session`);
      return route.handle({ ...context, person: context.person });
    },
  };
}
