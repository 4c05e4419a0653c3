import { type AnyRoute, publicRoute, type Reply, type RequestContext } from '../../../platform/http/types.ts';
import type { Ports } from '../../../platform/ports.ts';
import { GAZETTE_PATHS } from '../addresses.ts';
import { CHECK_LIMITS, showCheck, takeCheck } from './public-check.tsx';
import { sendFile, sendKey } from './public-files.ts';
import { showEntry, showIssue } from './public-issue.tsx';
import { showList } from './public-list.tsx';

/** Files of one address that are hashed in a minute. */
const CHECKS_PER_MINUTE = 20;

type Handler = (ports: Ports, context: RequestContext) => Promise<Reply>;

/** What everybody reads of the gazette. */
export function publicRoutes(ports: Ports): AnyRoute[] {
  const open = (
    name: string,
    path: keyof typeof GAZETTE_PATHS,
    handle: Handler,
    more: Partial<AnyRoute> = {},
  ) =>
    publicRoute({
      ...{ name: `gazette.${name}`, method: 'GET', path: GAZETTE_PATHS[path], audience: 'public' },
      handle: (context) => handle(ports, context),
      ...more,
    });
  return [
    open('list', 'list', showList, { query: ['nam'] }),
    open('issue', 'issue', showIssue),
    open('entry', 'entry', showEntry),
    open('key', 'key', sendKey),
    open('file', 'file', sendFile),
    open('check', 'check', showCheck, { audience: 'anyone' }),
    open('checkFile', 'check', takeCheck, {
      ...{ method: 'POST', audience: 'anyone', upload: true, uploadLimits: CHECK_LIMITS },
      perMinute: CHECKS_PER_MINUTE,
    }),
  ];
}
